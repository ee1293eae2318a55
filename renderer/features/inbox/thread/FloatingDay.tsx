import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefObject } from 'react';
import { askForDay } from '../../../stores/day-choice.ts';
import { useThread } from '../../../stores/thread.ts';
import { useDayName } from '../message/DayName.tsx';
import styles from './FloatingDay.module.css';

const STAYS_MS = 1200;
/** Room for the chip itself: what lies behind it is not yet being read. */
const CHIP_PX = 40;

interface FloatingDayProps {
  /** The element around the list; it gets the scroll events of what is inside. */
  readonly frame: RefObject<HTMLElement | null>;
}

/** Says which day one is looking at, while one scrolls. */
export function FloatingDay({ frame }: FloatingDayProps) {
  const [at, setAt] = useState<number>();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let drawing = 0;
    let hiding: ReturnType<typeof setTimeout> | undefined;
    function onScroll() {
      cancelAnimationFrame(drawing);
      drawing = requestAnimationFrame(() => setAt(topTime(element)));
      clearTimeout(hiding);
      hiding = setTimeout(() => setAt(undefined), STAYS_MS);
    }
    element.addEventListener('scroll', onScroll, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(drawing);
      clearTimeout(hiding);
      element.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [frame]);

  return at === undefined ? null : <Chip at={at} />;
}

function Chip({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const day = useDayName(at);
  return (
    <div className={styles['place']}>
      {/* By keyboard the same is there on a key of its own; this one comes and goes. */}
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${day}, ${t('thread.goToDay')}`}
        className={styles['chip']}
        onClick={() => askForDay(at)}
      >
        {day}
      </button>
    </div>
  );
}

/** When the topmost message in view was written; undefined at the very end, where it is plain. */
function topTime(frame: HTMLElement | null): number | undefined {
  const { messages, isAtBottom } = useThread.getState();
  if (frame === null || isAtBottom) return undefined;
  const edge = frame.getBoundingClientRect().top + CHIP_PX;
  const articles = frame.querySelectorAll<HTMLElement>('[data-message]');
  const top = [...articles].find((article) => article.getBoundingClientRect().bottom > edge);
  const id = Number(top?.dataset['message']);
  return messages.find((message) => message.id === id)?.timestamp;
}
