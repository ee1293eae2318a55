import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../stores/route.ts';
import { useSelection } from '../../stores/selection.ts';
import { changeChats } from '../../stores/triage.ts';
import { spokenTime } from '../../ui/spoken-time.ts';
import { nearMomentText } from '../../ui/time-text.ts';
import type { PaletteEntry } from './use-palette-entries.ts';

/** "snooze tue 3pm": puts the chosen chats, or the open one, away until then. */
export function useSnoozeEntries(query: string): readonly PaletteEntry[] {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => Date.now());
  const chosen = useSelection((state) => state.chosen);
  const openId = useRoute((state) => state.chatId);
  const verb = t('palette.snoozeVerb');
  const targets = chosen.size > 0 ? [...chosen] : openId === undefined ? [] : [openId];
  const [first = '', ...rest] = query.split(/\s+/u);
  const isMeant = first.length > 1 && verb.startsWith(first.toLocaleLowerCase(i18n.language));
  const until = isMeant ? spokenTime(rest.join(' '), now) : undefined;
  if (until === undefined || targets.length === 0) return [];
  return [
    {
      key: 'snooze-until',
      name: t('palette.snoozeUntil', { time: nearMomentText(until, now, i18n.language) }),
      hint: undefined,
      contact: undefined,
      run: () => void changeChats(targets, { kind: 'snooze', until }),
    },
  ];
}
