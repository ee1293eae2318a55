import type { Json } from '../json.ts';
import { listAt, numberAt, objectAt, textAt } from '../json-fields.ts';
import { choice, readHeading } from '../content-interactive.ts';
import type { Choice, Heading, QuestionCard } from '../models/message-content.ts';
import type { TemplateButton, TemplateHeader, TemplateParts } from '../models/template-parts.ts';
import { unreachable } from '../unreachable.ts';
import { readParts } from './read-parts.ts';
import { fillText } from './variables.ts';

/** What a customer sees of a template: its own words with what was sent in the variables' places. */
export interface ShownTemplate extends QuestionCard {
  readonly footer: string | null;
  readonly cards: readonly QuestionCard[];
}

type Piece = Pick<TemplateParts, 'header' | 'body' | 'buttons'>;

/**
 * @param definition Meta's components, as they were when it was sent
 * @param sent the components of the `template` object that went to Meta
 */
export function showTemplate(definition: Json, sent: readonly Json[]): ShownTemplate {
  const parts = readParts(definition);
  const cards = listAt(
    sent.find((one) => kindOf(one) === 'carousel'),
    'cards',
  );
  const { footer, offer } = parts;
  const piece = showPiece(parts, sent);
  const offerLine = offer === null ? [] : [`*${offer.text}*`];
  return {
    ...piece,
    body: [...offerLine, piece.body].join('\n'),
    footer: footer?.kind === 'text' ? footer.text : null,
    cards: parts.cards.map((card, index) => showPiece(card, componentsOfCard(cards, index))),
  };
}

function componentsOfCard(cards: readonly Json[], index: number): readonly Json[] {
  const card = cards.find((one) => numberAt(one, 'card_index') === index);
  return listAt(card, 'components');
}

function kindOf(component: Json): string {
  return (textAt(component, 'type') ?? '').toLowerCase();
}

function showPiece({ header, body, buttons }: Piece, sent: readonly Json[]): QuestionCard {
  const parametersOf = (kind: string) =>
    listAt(
      sent.find((one) => kindOf(one) === kind),
      'parameters',
    );
  return {
    heading: showHeader(header, parametersOf('header')),
    body: filled(body.text, parametersOf('body')),
    choices: buttons
      .map((button, index) => showButton(button, sentButton(sent, index)))
      .filter((one) => one !== undefined),
  };
}

function showHeader(header: TemplateHeader | null, parameters: readonly Json[]): Heading | null {
  if (header === null) return null;
  switch (header.kind) {
    case 'text':
      return { kind: 'text', text: filled(header.text, parameters) };
    case 'media':
      return (
        readHeading(parameters[0]) ?? {
          kind: header.media === 'gif' ? 'video' : header.media,
          text: null,
        }
      );
    case 'location':
    case 'product':
      return readHeading(parameters[0]) ?? { kind: header.kind, text: null };
    default:
      return unreachable(header);
  }
}

function filled(text: string, parameters: readonly Json[]): string {
  return fillText(text, (variable) => {
    const named = parameters.find((one) => textAt(one, 'parameter_name') === variable);
    return parameterText(named ?? parameters[Number(variable) - 1]);
  });
}

/** Money and dates carry their words beside their value. */
export function parameterText(parameter: Json | undefined): string | undefined {
  return (
    textAt(parameter, 'text') ??
    textAt(objectAt(parameter, 'currency'), 'fallback_value') ??
    textAt(objectAt(parameter, 'date_time'), 'fallback_value')
  );
}

function sentButton(sent: readonly Json[], index: number): Json | undefined {
  const component = sent.find(
    (one) => kindOf(one) === 'button' && numberAt(one, 'index') === index,
  );
  return listAt(component, 'parameters')[0];
}

function showButton(button: TemplateButton, parameter: Json | undefined): Choice | undefined {
  switch (button.type) {
    case 'QUICK_REPLY':
      return choice('reply', button.text);
    case 'URL': {
      const url = fillText(button.url, () => textAt(parameter, 'text'));
      return choice('link', button.text, url.includes('{{') ? {} : { url });
    }
    case 'PHONE_NUMBER':
      return choice('call', button.text);
    case 'VOICE_CALL':
      return choice('call', button.text);
    case 'COPY_CODE':
      return choice('code', '');
    case 'OTP':
      return button.otp === 'ZERO_TAP' ? undefined : choice('code', button.text);
    case 'CATALOG':
    case 'MPM':
      return choice('catalog', button.text);
    case 'OTHER':
      return otherChoice(button.metaType, button.text);
    default:
      return unreachable(button);
  }
}

function otherChoice(metaType: string, text: string): Choice | undefined {
  if (metaType === 'FLOW') return choice('flow', text);
  if (metaType === 'REQUEST_CONTACT_INFO') return choice('contact', '');
  return choice('reply', text);
}
