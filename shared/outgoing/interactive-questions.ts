import { z } from 'zod';
import {
  anyHeading,
  aroundChoices,
  linkAction,
  questionBody,
  textHeading,
} from './interactive-parts.ts';
import { OUTGOING_LIMITS } from './limits.ts';
import { token, words } from './words.ts';

const LIMITS = OUTGOING_LIMITS;

const button = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({
    id: token('The id of a button', LIMITS.buttonId),
    title: words('The title of a button', LIMITS.buttonTitle),
  }),
});

/** Source: meta-platform §1.4, `button`. */
export const buttonQuestion = z.strictObject({
  type: z.literal('button'),
  header: anyHeading.exactOptional(),
  ...aroundChoices,
  action: z.strictObject({
    buttons: z
      .array(button, 'The buttons are missing.')
      .min(1, 'Give at least one button.')
      .max(LIMITS.buttons, `WhatsApp shows at most ${LIMITS.buttons} buttons.`)
      .refine((all) => areDifferent(all.map(({ reply }) => reply.title)), {
        message: 'Two buttons have the same title. Each needs its own.',
        params: { rule: 'same_titles' },
      })
      .refine((all) => areDifferent(all.map(({ reply }) => reply.id)), {
        message: 'Two buttons have the same id. Each needs its own.',
        params: { rule: 'same_ids' },
      }),
  }),
});

const row = z.strictObject({
  id: token('The id of a choice', LIMITS.rowId),
  title: words('The title of a choice', LIMITS.rowTitle),
  description: words('The description of a choice', LIMITS.rowDescription).exactOptional(),
});

const section = z.strictObject({
  title: words('The title of a section', LIMITS.sectionTitle).exactOptional(),
  rows: z.array(row, 'The choices are missing.').min(1, 'A section needs at least one choice.'),
});

/** Ten rows are the limit of the whole list. Source: meta-platform §1.4, `list`. */
export const listQuestion = z.strictObject({
  type: z.literal('list'),
  header: textHeading.exactOptional(),
  ...aroundChoices,
  action: z.strictObject({
    button: words('The words that open the list', LIMITS.listButton),
    sections: z
      .array(section, 'The sections are missing.')
      .min(1, 'Give at least one section.')
      .max(LIMITS.sections, `A list has at most ${LIMITS.sections} sections.`)
      .refine((all) => all.flatMap(({ rows }) => rows).length <= LIMITS.rows, {
        message: `A list has at most ${LIMITS.rows} choices in all its sections together.`,
        params: { rule: 'rows' },
      })
      .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), {
        message: 'With several sections, each needs a title.',
        params: { rule: 'section_titles' },
      })
      .refine((all) => areDifferent(all.flatMap(({ rows }) => rows.map(({ id }) => id))), {
        message: 'Two choices have the same id. Each needs its own.',
        params: { rule: 'same_ids' },
      }),
  }),
});

/** Source: meta-platform §1.4, `cta_url`. */
export const linkQuestion = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeading.exactOptional(),
  ...aroundChoices,
  action: linkAction,
});

/** Source: meta-platform §1.4, `location_request_message`. */
export const locationQuestion = z.strictObject({
  type: z.literal('location_request_message'),
  body: questionBody,
  action: z.strictObject({ name: z.literal('send_location') }),
});

/** Source: meta-platform §1.4, `request_contact_info`. */
export const contactQuestion = z.strictObject({
  type: z.literal('request_contact_info'),
  body: questionBody,
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});

/** Source: meta-platform §1.4, `voice_call`. */
export const callQuestion = z.strictObject({
  type: z.literal('voice_call'),
  ...aroundChoices,
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: words('The words on the button', LIMITS.linkTitle).exactOptional(),
        ttl_minutes: z.int().min(1).max(LIMITS.callMinutes).exactOptional(),
        payload: token('The payload', 512).exactOptional(),
      })
      .exactOptional(),
  }),
});

export function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
