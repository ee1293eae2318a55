import { useEffect } from 'react';
import type { RefObject } from 'react';
import { keepPlace } from '../../../stores/reading-places.ts';
import { useThread } from '../../../stores/thread.ts';

/** Remembers while one scrolls which message is at the top, so that the chat opens there again. */
export function useReadingPlace(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let drawing = 0;
    function onScroll({ target }: Event) {
      cancelAnimationFrame(drawing);
      drawing = requestAnimationFrame(() => notePlace(element, target));
    }
    element.addEventListener('scroll', onScroll, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(drawing);
      element.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [frame]);
}

const NEAR_END_PX = 12;

function notePlace(frame: HTMLElement | null, scroller: EventTarget | null): void {
  const { chatId, messages, newerCursor } = useThread.getState();
  if (frame === null || chatId === undefined || !(scroller instanceof HTMLElement)) return;
  const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  if (below <= NEAR_END_PX && newerCursor === null) {
    keepPlace(chatId, undefined);
    return;
  }
  const edge = frame.getBoundingClientRect().top;
  const articles = [...frame.querySelectorAll<HTMLElement>('[data-message]')];
  const top = articles.find((article) => article.getBoundingClientRect().bottom > edge);
  const id = Number(top?.dataset['message']);
  const message = messages.find((each) => each.id === id);
  if (message !== undefined) keepPlace(chatId, message.id);
}
