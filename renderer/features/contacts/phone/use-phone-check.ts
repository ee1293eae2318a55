import { useEffect, useState } from 'react';
import type { PhoneCheck } from '#shared/models/contact-list.ts';
import { call } from '../../../stores/core.ts';

/** What a typed number comes to; undefined while nothing is typed or the core is asked. */
export function usePhoneCheck(text: string, country: string | null): PhoneCheck | undefined {
  const [known, setKnown] = useState<{ readonly asked: string; readonly check: PhoneCheck }>();
  const asked = `${country ?? ''} ${text}`;
  useEffect(() => {
    if (text.trim() === '') return undefined;
    let isLatest = true;
    void (async () => {
      const result = await call('contacts.checkPhone', { text, country });
      if (isLatest && result.ok) setKnown({ asked, check: result.data });
    })();
    return () => {
      isLatest = false;
    };
  }, [text, country, asked]);
  return text.trim() === '' || known?.asked !== asked ? undefined : known.check;
}
