import { useEffect, useState } from 'react';
import type { Contact } from '#shared/models/contact.ts';
import { call } from '../../../stores/core.ts';

const MOST = 20;

/** The people who fit what was typed; those who wrote latest while nothing is. */
export function usePeopleFound(text: string): readonly Contact[] {
  const [people, setPeople] = useState<readonly Contact[]>([]);
  const words = text.trim();
  useEffect(() => {
    let isLatest = true;
    void (async () => {
      const result = await call('contacts.page', {
        text: words === '' ? null : words,
        order: words === '' ? 'latest_message' : 'name',
        filter: {},
        cursor: null,
        limit: MOST,
      });
      if (isLatest && result.ok) setPeople(result.data.contacts);
    })();
    return () => {
      isLatest = false;
    };
  }, [words]);
  return people;
}
