import type { ChatId, MessageId } from '#shared/ids.ts';
import { create } from 'zustand';

interface ReadingPlaces {
  /** The message at the top of the view when its chat was left, where that was not the end. */
  readonly tops: ReadonlyMap<ChatId, MessageId>;
}

export const useReadingPlaces = create<ReadingPlaces>()(() => ({ tops: new Map() }));

/** Undefined: reading stopped at the end. */
export function keepPlace(chatId: ChatId, top: MessageId | undefined): void {
  useReadingPlaces.setState(({ tops }) => {
    const next = new Map(tops);
    if (top === undefined) next.delete(chatId);
    else next.set(chatId, top);
    return { tops: next };
  });
}
