import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Chat } from '#shared/models/chat.ts';
import { useChats } from '../../../stores/chats.ts';
import {
  closeOverlay,
  emptyContext,
  hasRoomBeside,
  loadGlimpse,
  useContext,
} from '../../../stores/context.ts';
import { closePerson, openPerson, refreshStory } from '../../../stores/person.ts';
import { changePreferences, usePreferences } from '../../../stores/preferences.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ResizeHandle } from '../../../ui/ResizeHandle.tsx';
import { PersonView } from './PersonView.tsx';
import { SharedView } from './SharedView.tsx';
import styles from './ContextPanel.module.css';

const SMALLEST = 260;
const STANDARD = 296;
const LARGEST = 420;

/** Who one is talking to. Beside the thread where there is room; else above it, until Escape. */
export function ContextPanel() {
  const chat = useChats((state) => state.open);
  const isWanted = usePreferences((state) => state.preferences?.contextPanel === true);
  const isOver = useContext((state) => state.isOver);
  if (chat === undefined || !(isWanted || isOver)) return null;
  return <Panel key={chat.id} chat={chat} isWanted={isWanted} isOver={isOver} />;
}

interface PanelProps {
  readonly chat: Chat;
  readonly isWanted: boolean;
  readonly isOver: boolean;
}

function Panel({ chat, isWanted, isOver }: PanelProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const shared = useContext((state) => state.shared);
  const stored = usePreferences((state) => state.preferences?.contextWidth ?? STANDARD);
  const [dragged, setDragged] = useState<number>();
  const width = dragged ?? stored;
  const { id, contact, lastMessageAt } = chat;
  /** Changes when something happened that the panel tells of. */
  const story = `${id} ${contact.id} ${contact.optedOut} ${lastMessageAt}`;

  useEffect(() => {
    return () => {
      emptyContext();
      closePerson();
    };
  }, []);
  useEffect(() => void openPerson(contact.id), [contact]);
  const loadAgain = useEffectEvent(() => void Promise.all([loadGlimpse(chat), refreshStory()]));
  useEffect(() => {
    if (story !== '') loadAgain();
  }, [story]);
  useEffect(() => {
    if (isOver && !hasRoomBeside()) panel.current?.focus();
  }, [isOver]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOver || hasRoomBeside()) return;
    event.preventDefault();
    closeOverlay();
    document.querySelector<HTMLElement>('[data-opens="context"]')?.focus();
  }

  return (
    <>
      {isWanted && (
        <div className={styles['edge']}>
          <ResizeHandle
            label={t('context.resize')}
            value={width}
            smallest={SMALLEST}
            largest={LARGEST}
            standard={STANDARD}
            growsTowards="start"
            onPreview={setDragged}
            onChange={(contextWidth) => {
              setDragged(undefined);
              void changePreferences({ contextWidth });
            }}
          />
        </div>
      )}
      {isOver && (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Escape does the same
        <div className={styles['behind']} onClick={closeOverlay} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it where it lies above the thread */}
      <aside
        ref={panel}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- opened by keyboard, it has to take the focus
        tabIndex={-1}
        aria-label={t('context.label')}
        data-wanted={isWanted}
        data-over={isOver}
        className={styles['panel']}
        style={{ '--context-width': `${width}px` }}
        onKeyDown={onKeyDown}
      >
        <IconButton
          icon={X}
          label={t('app.close')}
          keys="Esc"
          className={styles['close']}
          onClick={closeOverlay}
        />
        {shared === undefined ? (
          <PersonView chat={chat} />
        ) : (
          <SharedView chatId={id} kind={shared} />
        )}
      </aside>
    </>
  );
}
