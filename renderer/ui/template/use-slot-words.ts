import { useTranslation } from 'react-i18next';
import type { TemplateSlot } from '#shared/templates/slots.ts';
import type { ValueProblem } from '#shared/templates/values.ts';
import { isPositional } from '#shared/templates/variables.ts';
import { unreachable } from '#shared/unreachable.ts';

/** How a slot is called, and what is wrong with what stands in it. */
export function useSlotWords(): {
  readonly label: (slot: TemplateSlot) => string;
  readonly problem: (problem: ValueProblem) => string;
} {
  const { t } = useTranslation();

  function ofPiece(slot: TemplateSlot): string {
    switch (slot.kind) {
      case 'text': {
        const variable = isPositional(slot.variable) ? `{{${slot.variable}}}` : slot.variable;
        const where = slot.key.includes('header.') ? 'header' : 'body';
        return t(`templates.slots.${where}`, { variable });
      }
      case 'link_end':
        return t('templates.slots.linkEnd', { title: slot.title });
      case 'code':
        return t('templates.slots.code');
      case 'media':
        return t(`templates.slots.media.${slot.media}`);
      case 'location':
        return t('templates.slots.location');
      case 'product':
        return t('templates.slots.productName');
      case 'offer_end':
        return t('templates.slots.offerEnd');
      default:
        return unreachable(slot);
    }
  }

  return {
    label(slot) {
      const card = /^card\.(\d+)\./.exec(slot.key)?.[1];
      const piece = ofPiece(slot);
      return card === undefined
        ? piece
        : t('templates.slots.ofCard', { piece, number: Number(card) + 1 });
    },
    problem: ({ code, values }) => t(`templates.valueProblems.${code}`, values),
  };
}
