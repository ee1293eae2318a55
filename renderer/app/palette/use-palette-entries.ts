import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat, ChatContact } from '#shared/models/chat.ts';
import { useChats } from '../../stores/chats.ts';
import { call } from '../../stores/core.ts';
import { noteChosen, usePalette } from '../../stores/palette.ts';
import { SCREEN_NAMES, goToChat, goToScreen, useRoute } from '../../stores/route.ts';
import { runCommand, useAnsweredCommands } from '../commands/handlers.ts';
import { commandKeysText } from '../commands/key-combo.ts';
import { fuzzyScore } from './fuzzy.ts';
import { useSnoozeEntries } from './use-snooze-entries.ts';

export interface PaletteEntry {
  readonly key: string;
  readonly name: string;
  /** The shortcut of a command, the number of a chat. */
  readonly hint: string | undefined;
  readonly contact: ChatContact | undefined;
  readonly run: () => void;
}

const MOST = 40;
const CHATS = 12;

/** What fits the query, the best first; without a query what was used lately, then everything. */
export function usePaletteEntries(query: string): readonly PaletteEntry[] {
  const recent = usePalette((state) => state.recent);
  const commands = [...useScreenEntries(), ...useCommandEntries()];
  const chats = useChatEntries(query.trim());
  const snoozes = useSnoozeEntries(query.trim());
  const wanted = query.trim();
  if (wanted === '') {
    const all = [...chats.slice(0, CHATS / 2), ...commands];
    const rank = ({ key }: PaletteEntry) => {
      const at = recent.indexOf(key);
      return at === -1 ? recent.length : at;
    };
    return all.toSorted((a, b) => rank(a) - rank(b));
  }
  const fitting = [...commands, ...chats]
    .flatMap((entry) => {
      const score = fuzzyScore(wanted, entry.name);
      // The core finds chats by number too; those stand after what fits by name.
      if (score === undefined && entry.contact === undefined) return [];
      return [{ entry, score: score ?? -Infinity }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
  return [...snoozes, ...fitting];
}

function useCommandEntries(): PaletteEntry[] {
  const { t } = useTranslation();
  const { platform } = window.frontdesk.shell;
  return useAnsweredCommands()
    .filter((command) => command !== 'palette')
    .map((command) => ({
      key: command,
      name: t(`commands.${command}`),
      hint: commandKeysText(command, platform),
      contact: undefined,
      run: () => {
        noteChosen(command);
        runCommand(command);
      },
    }));
}

function useScreenEntries(): PaletteEntry[] {
  const { t } = useTranslation();
  const here = useRoute((state) => state.screen);
  return SCREEN_NAMES.filter((name) => name !== here).map((name) => ({
    key: `screen-${name}`,
    name: t('palette.goTo', { screen: t(`rail.${name}`) }),
    hint: undefined,
    contact: undefined,
    run: () => {
      noteChosen(`screen-${name}`);
      goToScreen(name);
    },
  }));
}

function useChatEntries(query: string): PaletteEntry[] {
  const rows = useChats((state) => state.rows);
  const [found, setFound] = useState<readonly Chat[]>([]);
  useEffect(() => {
    let isCurrent = true;
    async function find() {
      const result = await call('chats.find', { text: query, limit: CHATS });
      if (isCurrent && result.ok) setFound(result.data);
    }
    if (query !== '') void find();
    return () => {
      isCurrent = false;
    };
  }, [query]);
  const loaded = rows.filter(({ contact }) => fuzzyScore(query, contact.name) !== undefined);
  const chats = query === '' ? rows : [...found, ...loaded];
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  return [...byId.values()].slice(0, CHATS).map((chat) => ({
    key: `chat-${chat.id}`,
    name: chat.contact.name,
    hint: chat.contact.phone ?? undefined,
    contact: chat.contact,
    run: () => {
      noteChosen(`chat-${chat.id}`);
      goToChat(chat.id);
    },
  }));
}
