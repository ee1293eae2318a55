import type { TemplateParts } from '#shared/models/template-parts.ts';
import { slotsOf } from '#shared/templates/slots.ts';
import type { SlotValue, SlotValues } from '#shared/templates/values.ts';

/** The examples as values: what Meta’s reviewer sees, and a preview where nobody is chosen yet. */
export function exampleValues(parts: TemplateParts): SlotValues {
  const values: [string, SlotValue][] = slotsOf(parts).flatMap((slot) =>
    'example' in slot && slot.example !== ''
      ? [[slot.key, { kind: 'text', text: slot.example }]]
      : [],
  );
  return Object.fromEntries(values);
}
