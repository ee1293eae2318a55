import { asId } from '#shared/ids.ts';
import type { LabelId } from '#shared/ids.ts';
import { parseJson } from '#shared/json.ts';
import { listAt, numberAt, textAt } from '#shared/json-fields.ts';
import { labelKey } from '#shared/label.ts';
import type { ChatLabel } from '#shared/models/label.ts';

/** For a query over `conversation v`: the labels of each chat, as `toChatLabels` reads them. */
export const CHAT_LABELS = `
  (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'color', l.color,
     'contact', EXISTS (SELECT 1 FROM contact_label WHERE contact_id = v.contact_id AND label_id = l.id),
     'chat', EXISTS (SELECT 1 FROM conversation_label WHERE conversation_id = v.id AND label_id = l.id)
   ))
   FROM labelled_chat x CROSS JOIN label l ON l.id = x.label_id WHERE x.conversation_id = v.id)`;

/** By name. */
export function toChatLabels(json: string): ChatLabel[] {
  const labels = listAt({ labels: parseJson(json) }, 'labels').flatMap((label) => {
    const [id, name, color] = [
      numberAt(label, 'id'),
      textAt(label, 'name'),
      textAt(label, 'color'),
    ];
    if (id === undefined || name === undefined || color === undefined) return [];
    return [
      {
        id: asId<LabelId>(id),
        name,
        color,
        isOnContact: numberAt(label, 'contact') === 1,
        isOnChat: numberAt(label, 'chat') === 1,
      },
    ];
  });
  return labels.toSorted((a, b) => (labelKey(a.name) < labelKey(b.name) ? -1 : 1));
}
