import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso } from 'react-virtuoso';
import type { IndexLocationWithAlign, VirtuosoHandle } from 'react-virtuoso';
import type { MessageId } from '#shared/ids.ts';
import type { Message } from '#shared/models/message.ts';
import { isKeyFor } from '../../../app/commands/key-combo.ts';
import { loadNewer, useThread } from '../../../stores/thread.ts';
import { MessageItem } from '../message/MessageItem.tsx';
import { placeInThread } from '../message/place-in-thread.ts';
import { focusedNoteBeside } from '../notes/note-keys.ts';
import { FloatingDay } from './FloatingDay.tsx';
import { ListStart } from './ListStart.tsx';
import { useOlderPages } from './use-older-pages.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useScrolling } from './use-scrolling.ts';
import { useStartAtEnd } from './use-start-at-end.ts';

/** Virtuoso counts down from here as older pages come in above, so that nothing shown moves. */
const FIRST_INDEX = 10_000_000;
/** Less than the smallest thing that can grow under a bubble, so that such growth is noticed. */
const NEAR_BOTTOM_PX = 12;
const AHEAD = { top: 600, bottom: 400 };
const PARTS = { Header: ListStart };
const FILL = { blockSize: '100%' } as const;
const NOT_YET = { ...FILL, visibility: 'hidden' } as const;
const USUAL_HEIGHT = 44;

export function MessageList({ contactName }: { readonly contactName: string }) {
  const { t } = useTranslation();
  const messages = useThread((state) => state.messages);
  const prepended = useThread((state) => state.prepended);
  const isBeginning = useThread((state) => state.olderCursor === null);
  const list = useRef<VirtuosoHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const [start] = useState(startPosition);
  const { isPlaced, scrollerRef } = useStartAtEnd(start === undefined);
  const tabStop = messages.some(({ id }) => id === focused) ? focused : messages.at(-1)?.id;
  const firstIndex = FIRST_INDEX - prepended;

  const focusMessage = useCallback((id: MessageId) => {
    const article = frame.current?.querySelector<HTMLElement>(`[data-message="${id}"]`);
    // Whoever steps from hit to hit goes on typing where they are.
    if (document.activeElement?.closest('search') instanceof HTMLElement) {
      return article instanceof HTMLElement;
    }
    article?.focus({ preventScroll: true });
    return document.activeElement === article;
  }, []);

  useScrolling(list, focusMessage);
  useReadingPlace(frame);
  const showOlder = useOlderPages();

  function onKeyDown(event: KeyboardEvent) {
    if (focusedNoteBeside(event)) return event.preventDefault();
    const index = messages.findIndex(({ id }) => id === messageAt(event.target));
    const target = index === -1 ? undefined : keyTarget(event, index, messages.length);
    const message = target === undefined ? undefined : messages[target];
    if (target === undefined || message === undefined) return;
    event.preventDefault();
    list.current?.scrollIntoView({ index: target, done: () => focusMessage(message.id) });
  }

  const itemContent = useCallback(
    (index: number, message: Message) => (
      <MessageItem
        message={message}
        {...placeInThread(message, messages[index - firstIndex - 1], isBeginning)}
        contactName={contactName}
        isLast={index - firstIndex === messages.length - 1}
        isTabStop={message.id === tabStop}
      />
    ),
    [messages, firstIndex, isBeginning, contactName, tabStop],
  );

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the messages inside
    <div
      ref={frame}
      style={isPlaced ? FILL : NOT_YET}
      onFocus={(event) => setFocused(messageAround(event.target))}
      onKeyDown={onKeyDown}
    >
      <FloatingDay frame={frame} />
      <Virtuoso
        ref={list}
        role="log"
        // What comes in is said once, by the app's live region; paging up must not be read out.
        aria-live="off"
        aria-label={t('thread.label', { name: contactName })}
        style={FILL}
        data={messages}
        firstItemIndex={firstIndex}
        {...(start !== undefined && { initialTopMostItemIndex: start })}
        scrollerRef={scrollerRef}
        defaultItemHeight={USUAL_HEIGHT}
        computeItemKey={(_index, message) => message.id}
        itemContent={itemContent}
        components={PARTS}
        alignToBottom
        increaseViewportBy={isPlaced ? AHEAD : 0}
        atBottomThreshold={NEAR_BOTTOM_PX}
        followOutput={(isAtBottom) => (isAtBottom ? 'auto' : false)}
        startReached={(index) => showOlder(index - firstIndex)}
        rangeChanged={({ startIndex }) => showOlder(startIndex - firstIndex)}
        endReached={() => void loadNewer()}
        atBottomStateChange={(isAtBottom) => isPlaced && noteBottom(isAtBottom)}
      />
    </div>
  );
}

function noteBottom(isAtBottom: boolean): void {
  useThread.setState(isAtBottom ? { isAtBottom, newBelow: 0 } : { isAtBottom });
}

/** Where the message is that one jumped to; undefined means the end. */
function startPosition(): IndexLocationWithAlign | undefined {
  const { messages, startAt, flashing } = useThread.getState();
  const index = messages.findIndex(({ id }) => id === startAt);
  // A message that was jumped to is pointed out; a place where reading stopped was the top.
  return index === -1 ? undefined : { index, align: flashing === undefined ? 'start' : 'center' };
}

/** The message that this very element is; arrow keys inside one belong to what is inside. */
function messageAt(target: EventTarget): number | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const id = target.dataset['message'];
  return id === undefined ? undefined : Number(id);
}

function messageAround(target: Element): number | undefined {
  const article = target.closest('[data-message]');
  return article === null ? undefined : messageAt(article);
}

function keyTarget(event: KeyboardEvent, index: number, count: number): number | undefined {
  const { platform } = window.frontdesk.shell;
  if (isKeyFor('messageUp', event, platform)) return Math.max(0, index - 1);
  if (isKeyFor('messageDown', event, platform)) return Math.min(count - 1, index + 1);
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  return undefined;
}
