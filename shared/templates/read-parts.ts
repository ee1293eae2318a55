import { isJsonObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { fieldAt, isJsonList, listAt, numberAt, objectAt, textAt } from '../json-fields.ts';
import type {
  Examples,
  HeaderMedia,
  TemplateBody,
  TemplateCard,
  TemplateFooter,
  TemplateHeader,
  TemplateOffer,
  TemplateParts,
} from '../models/template-parts.ts';
import { HEADER_MEDIA } from '../models/template-parts.ts';
import { readButton } from './read-button.ts';

const KNOWN = new Set(['header', 'body', 'footer', 'buttons', 'carousel', 'limited_time_offer']);

/** Meta's list of components, whoever wrote it and in whatever case. Never throws. Source: meta-platform §1.9, §5.4. */
export function readParts(components: Json): TemplateParts {
  const all = isJsonList(components) ? components.filter(isJsonObject) : [];
  const find = (kind: string) => all.find((one) => kindOf(one) === kind);
  return {
    header: readHeader(find('header')),
    body: readBody(find('body')),
    footer: readFooter(find('footer')),
    buttons: listAt(find('buttons'), 'buttons').map(readButton),
    offer: readOffer(find('limited_time_offer')),
    cards: listAt(find('carousel'), 'cards').map(readCard),
    others: all.filter((one) => !KNOWN.has(kindOf(one))),
  };
}

function kindOf(component: JsonObject): string {
  return (textAt(component, 'type') ?? '').toLowerCase();
}

function readCard(card: Json): TemplateCard {
  const { header, body, buttons } = readParts(fieldAt(card, 'components') ?? []);
  return { header, body, buttons };
}

function readHeader(component: JsonObject | undefined): TemplateHeader | null {
  if (component === undefined) return null;
  const format = (textAt(component, 'format') ?? 'TEXT').toLowerCase();
  if (format === 'location') return { kind: 'location' };
  if (format === 'product') return { kind: 'product' };
  const example = objectAt(component, 'example');
  const media = HEADER_MEDIA.find((one): one is HeaderMedia => one === format);
  if (media !== undefined) {
    const [handle] = listAt(example, 'header_handle');
    return { kind: 'media', media, handle: typeof handle === 'string' ? handle : null };
  }
  return {
    kind: 'text',
    text: textAt(component, 'text') ?? '',
    examples: {
      ...numbered(listAt(example, 'header_text')),
      ...named(listAt(example, 'header_text_named_params')),
    },
  };
}

function readBody(component: JsonObject | undefined): TemplateBody {
  const example = objectAt(component, 'example');
  const [row] = listAt(example, 'body_text');
  return {
    text: textAt(component, 'text') ?? '',
    examples: {
      ...numbered(isJsonList(row) ? row : []),
      ...named(listAt(example, 'body_text_named_params')),
    },
    addSecurityRecommendation: fieldAt(component, 'add_security_recommendation') === true,
  };
}

function readFooter(component: JsonObject | undefined): TemplateFooter | null {
  if (component === undefined) return null;
  const minutes = numberAt(component, 'code_expiration_minutes');
  const text = textAt(component, 'text');
  if (minutes !== undefined) return { kind: 'expiry', minutes };
  return text === undefined ? null : { kind: 'text', text };
}

function readOffer(component: JsonObject | undefined): TemplateOffer | null {
  const offer = objectAt(component, 'limited_time_offer');
  if (offer === undefined) return null;
  return {
    text: textAt(offer, 'text') ?? '',
    hasExpiration: fieldAt(offer, 'has_expiration') === true,
  };
}

function numbered(values: readonly Json[]): Examples {
  return Object.fromEntries(
    values.flatMap((value, index) =>
      typeof value === 'string' ? [[String(index + 1), value] as const] : [],
    ),
  );
}

function named(values: readonly Json[]): Examples {
  return Object.fromEntries(
    values.flatMap((value) => {
      const name = textAt(value, 'param_name');
      return name === undefined ? [] : [[name, textAt(value, 'example') ?? ''] as const];
    }),
  );
}
