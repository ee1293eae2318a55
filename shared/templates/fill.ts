import type { Json, JsonObject } from '../json.ts';
import type { ParameterFormat } from '../models/template.ts';
import type { TemplateButton, TemplateParts } from '../models/template-parts.ts';
import { unreachable } from '../unreachable.ts';
import { TEMPLATE_LIMITS } from './limits.ts';
import { slotsOf } from './slots.ts';
import type { TemplateSlot } from './slots.ts';
import { sentText, valueProblem } from './values.ts';
import type { SlotValue, SlotValues, ValueProblem } from './values.ts';
import { fillText } from './variables.ts';

interface Filling {
  readonly name: string;
  readonly language: string;
  readonly parameterFormat: ParameterFormat;
  readonly parts: TemplateParts;
}

export type Filled =
  | { readonly ok: true; readonly template: JsonObject }
  | { readonly ok: false; readonly problems: readonly ValueProblem[] };

/**
 * The `template` object that goes to Meta, or why Meta would refuse it. A file of the library stands
 * in it without an id: that is Meta's to give. Source: meta-platform §1.5.
 */
export function fillTemplate(template: Filling, values: SlotValues): Filled {
  const slots = slotsOf(template.parts);
  const problems = slots
    .map((slot) => valueProblem(slot, values[slot.key]))
    .filter((one) => one !== undefined);
  const whole = [...problems, ...wholeProblems(template.parts, slots, values)];
  if (whole.length > 0) return { ok: false, problems: whole };
  return { ok: true, template: templateObject(template, values) };
}

/** The object even where values are missing: for previews. */
export function templateObject(
  { name, language, parameterFormat, parts }: Filling,
  values: SlotValues,
): JsonObject {
  const make = componentMaker(slotsOf(parts), values, parameterFormat);
  const cards = parts.cards.map((card, index) => ({
    card_index: index,
    components: make(card, `card.${index}.`),
  }));
  const offer = values['offer'];
  const components: JsonObject[] = [
    ...make(parts, ''),
    ...(offer?.kind === 'time' ? [offerComponent(offer.at)] : []),
    ...(cards.length > 0 ? [{ type: 'carousel', cards }] : []),
  ];
  return {
    name,
    language: { code: language },
    ...(components.length > 0 && { components }),
  };
}

type Piece = Pick<TemplateParts, 'header' | 'body' | 'buttons'>;

function componentMaker(
  slots: readonly TemplateSlot[],
  values: SlotValues,
  format: ParameterFormat,
): (piece: Piece, prefix: string) => JsonObject[] {
  function parameters(place: string): JsonObject[] {
    return slots
      .filter(({ key }) => key.startsWith(`${place}.`))
      .map((slot) => parameterOf(slot, values[slot.key], format))
      .filter((one) => one !== undefined);
  }
  return ({ buttons }, prefix) => [
    ...withParameters('header', parameters(`${prefix}header`)),
    ...withParameters('body', parameters(`${prefix}body`)),
    ...buttons
      .map((button, index) => buttonComponent(button, index, prefix, { slots, values }))
      .filter((one) => one !== undefined),
  ];
}

function withParameters(type: string, parameters: readonly JsonObject[]): JsonObject[] {
  return parameters.length === 0 ? [] : [{ type, parameters }];
}

function parameterOf(
  slot: TemplateSlot,
  value: SlotValue | undefined,
  format: ParameterFormat,
): JsonObject | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'text': {
      const name = slot.kind === 'text' && format === 'NAMED' ? slot.variable : undefined;
      return {
        type: 'text',
        ...(name !== undefined && { parameter_name: name }),
        text: sentText(slot, value.text),
      };
    }
    case 'file':
    case 'link': {
      if (slot.kind !== 'media') return undefined;
      const type = slot.media === 'gif' ? 'video' : slot.media;
      return { type, [type]: fileObject(value, type) };
    }
    case 'location': {
      const { kind: _, ...location } = value;
      return { type: 'location', location };
    }
    case 'product': {
      const { catalogId, productId } = value;
      const product = { product_retailer_id: productId, catalog_id: catalogId };
      return { type: 'product', product };
    }
    case 'time':
      return undefined;
    default:
      return unreachable(value);
  }
}

function fileObject(
  value: Extract<SlotValue, { kind: 'file' | 'link' }>,
  type: string,
): JsonObject {
  if (value.kind === 'link') return { link: value.url };
  return type === 'document' && value.filename !== null ? { filename: value.filename } : {};
}

function buttonComponent(
  button: TemplateButton,
  index: number,
  prefix: string,
  { slots, values }: { readonly slots: readonly TemplateSlot[]; readonly values: SlotValues },
): JsonObject | undefined {
  const made = (sub_type: string, parameter: Json): JsonObject => ({
    type: 'button',
    sub_type,
    index: String(index),
    parameters: [parameter],
  });
  // Meta wants the code of an authentication template in its button too. Source: meta-platform §1.5.
  const key = button.type === 'OTP' ? 'body.1' : `${prefix}button.${index}`;
  const slot = slots.find((one) => one.key === key);
  const value = values[key];
  if (slot === undefined || value?.kind !== 'text') return undefined;
  const text = sentText(slot, value.text);
  if (button.type === 'COPY_CODE') {
    return made('copy_code', { type: 'coupon_code', coupon_code: text });
  }
  return made('url', { type: 'text', text });
}

function offerComponent(at: number): JsonObject {
  const limited_time_offer = { expiration_time_ms: at };
  return {
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer }],
  };
}

/** Error 132005: each value may fit and the whole still be too long. Source: meta-platform §4.5. */
function wholeProblems(
  parts: TemplateParts,
  slots: readonly TemplateSlot[],
  values: SlotValues,
): ValueProblem[] {
  const pieces = [
    { place: 'body', text: parts.body.text, limit: TEMPLATE_LIMITS.body },
    {
      place: 'header',
      text: parts.header?.kind === 'text' ? parts.header.text : '',
      limit: TEMPLATE_LIMITS.header,
    },
  ];
  return pieces.flatMap(({ place, text, limit }) => {
    const first = slots.find(({ key }) => key.startsWith(`${place}.`));
    const { length } = fillText(text, (variable) => textOf(values[`${place}.${variable}`]));
    if (first === undefined || length <= limit) return [];
    return [{ key: first.key, code: 'whole_too_long', values: { length, limit } } as const];
  });
}

function textOf(value: SlotValue | undefined): string | undefined {
  return value?.kind === 'text' ? value.text.trim() : undefined;
}
