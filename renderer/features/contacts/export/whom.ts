import { asId } from '#shared/ids.ts';
import type { ContactId, LabelId } from '#shared/ids.ts';
import type { ExportChoice } from '#shared/models/contact-export.ts';

/** What the choice in the form means; undefined: it is none. */
export function readWhom(whom: string, contactIds: readonly ContactId[]): ExportChoice | undefined {
  if (whom === 'contacts') return { kind: 'contacts', contactIds };
  if (whom === 'all' || whom === 'opted_out') return { kind: whom };
  const [, label] = /^label:(\d+)$/.exec(whom) ?? [];
  return label === undefined ? undefined : { kind: 'label', labelId: asId<LabelId>(Number(label)) };
}
