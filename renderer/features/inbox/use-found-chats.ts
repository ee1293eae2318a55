import { useEffect, useState } from 'react';
import type { Chat } from '#shared/models/chat.ts';
import { call } from '../../stores/core.ts';

/** The chats whose person fits what is typed, newest message first; none while nothing is typed. */
export function useFoundChats(typed: string, limit: number): readonly Chat[] {
  const [found, setFound] = useState<readonly Chat[]>([]);
  const text = typed.trim();
  useEffect(() => {
    let isCurrent = true;
    async function find() {
      const result = await call('chats.find', { text, limit });
      if (isCurrent && result.ok) setFound(result.data);
    }
    if (text !== '') void find();
    return () => {
      isCurrent = false;
    };
  }, [text, limit]);
  return text === '' ? [] : found;
}
