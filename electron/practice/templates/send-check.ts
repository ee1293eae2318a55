import type { Json, JsonObject } from '#shared/json.ts';
import { listAt, objectAt, textAt } from '#shared/json-fields.ts';
import { readParts } from '#shared/templates/read-parts.ts';
import { slotsOf } from '#shared/templates/slots.ts';
import { refuse, type Refusal } from '../graph-errors.ts';
import type { PracticeNumber } from '../model.ts';
import type { TemplateShelf } from './shelf.ts';
import type { PracticeTemplate } from './template.ts';

/** Why this template can't be sent so; undefined for what is fine, or no template. Source: meta-platform §4.5. */
export function refuseSend(
  shelf: TemplateShelf,
  { wabaId }: PracticeNumber,
  body: JsonObject,
): Refusal | undefined {
  if (textAt(body, 'type') !== 'template') return undefined;
  const sent = objectAt(body, 'template');
  const name = textAt(sent, 'name') ?? '';
  const language = textAt(objectAt(sent, 'language'), 'code') ?? '';
  const template = shelf.named(wabaId, name, language);
  return template === undefined
    ? refuse(132001, `template name (${name}) does not exist in ${language}`)
    : (refuseStatus(template) ?? refuseParameters(template, listAt(sent, 'components')));
}

/** Paused and disabled ones were approved; `send-rules.ts` refuses them. */
function refuseStatus({ status, name, language }: PracticeTemplate): Refusal | undefined {
  return ['APPROVED', 'PAUSED', 'DISABLED'].includes(status)
    ? undefined
    : refuse(132001, `template name (${name}) is not approved in ${language}`);
}

function refuseParameters(
  { components }: PracticeTemplate,
  sent: readonly Json[],
): Refusal | undefined {
  const slots = slotsOf(readParts(components));
  for (const place of ['header', 'body']) {
    const expected = slots.filter(({ key }) => key.startsWith(`${place}.`)).length;
    const given = parametersOf(sent, place);
    if (given.length !== expected) {
      return refuse(
        132000,
        `${place}: number of localizable_params (${given.length}) does not match the expected number of params (${expected})`,
      );
    }
    const wrong = given.find((one) => /[\n\r\t]| {5,}/u.test(textAt(one, 'text') ?? ''));
    if (wrong !== undefined) {
      return refuse(
        132018,
        `${place}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
      );
    }
  }
  return undefined;
}

function parametersOf(sent: readonly Json[], place: string): readonly Json[] {
  return listAt(
    sent.find((one) => textAt(one, 'type')?.toLowerCase() === place),
    'parameters',
  );
}
