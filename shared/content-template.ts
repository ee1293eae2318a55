import { choice, readHeading } from './content-interactive.ts';
import type { Json } from './json.ts';
import { fieldAt, listAt, objectAt, textAt } from './json-fields.ts';
import type { Choice, MessageContent } from './models/message-content.ts';
import { parameterText, showTemplate } from './templates/show.ts';

type TemplateContent = Extract<MessageContent, { kind: 'template' }>;

/**
 * A template as it was sent. What Frontdesk sends keeps the template's own words beside it
 * (`definition`). Meta's body only names the template and its parameters, so without them these
 * stand in for the words; where the words came along (`text`, `buttons`), they are filled in.
 * Source: meta-platform §1.5.
 */
export function readTemplate(payload: Json): TemplateContent {
  const template = objectAt(payload, 'template');
  const parts = listAt(template, 'components');
  const name = textAt(template, 'name') ?? '';
  const language = textAt(objectAt(template, 'language'), 'code') ?? null;
  const definition = fieldAt(payload, 'definition');
  if (definition !== undefined) {
    return { kind: 'template', name, language, ...showTemplate(definition, parts) };
  }
  const header = partOf(parts, 'header');
  const parameter = listAt(header, 'parameters')[0];
  const headerWords = filled(header);
  return {
    kind: 'template',
    name,
    language,
    heading: headerWords === '' ? readHeading(parameter) : { kind: 'text', text: headerWords },
    body: filled(partOf(parts, 'body')),
    footer: textAt(partOf(parts, 'footer'), 'text') ?? null,
    choices: [
      ...listAt(partOf(parts, 'buttons'), 'buttons').map(readDefinedButton),
      ...parts.filter((part) => typeOf(part) === 'button').map(readSentButton),
    ].filter((one) => one !== undefined),
    cards: [],
  };
}

function typeOf(part: Json): string | undefined {
  return textAt(part, 'type')?.toLowerCase();
}

function partOf(parts: readonly Json[], type: string): Json | undefined {
  return parts.find((part) => typeOf(part) === type);
}

function filled(part: Json | undefined): string {
  const parameters = listAt(part, 'parameters');
  const words = textAt(part, 'text');
  if (words === undefined) {
    return parameters
      .map(parameterText)
      .filter((text) => text !== undefined)
      .join(' · ');
  }
  return words.replaceAll(/\{\{(\w+)\}\}/gu, (blank, name: string) => {
    const named = parameters.find((parameter) => textAt(parameter, 'parameter_name') === name);
    return parameterText(named ?? parameters[Number(name) - 1]) ?? blank;
  });
}

function readDefinedButton(button: Json): Choice | undefined {
  const url = textAt(button, 'url');
  const kind = url === undefined ? 'reply' : 'link';
  return choice(kind, textAt(button, 'text'), { url });
}

function readSentButton(button: Json): Choice | undefined {
  const parameter = listAt(button, 'parameters')[0];
  const words =
    textAt(parameter, 'text') ?? textAt(parameter, 'payload') ?? textAt(parameter, 'coupon_code');
  return choice('reply', words);
}
