import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageId } from '#shared/ids.ts';
import { findMessage } from '#electron/store/messages.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { MessageItem } from '../../renderer/features/inbox/message/MessageItem.tsx';
import { everyKind, HOSTILE } from '../support/hostile-words.ts';
import { openWayIn } from '../support/way-in.ts';
import { ANA, messageDelivery } from '../support/webhooks.ts';

/** A whole message may unfold this much by itself; the hostile words are half a million. */
const MOST_MARKUP = 60_000;

beforeAll(startI18n);

describe('words of a stranger that mean harm', () => {
  it.each(everyKind(HOSTILE).map((fields, index) => ({ fields, index })))(
    'are only words, and few of them at first (kind $index)',
    async ({ fields }) => {
      const wayIn = openWayIn();
      await wayIn.receive(messageDelivery(ANA, fields));
      const row = wayIn.store.prepare<{ id: MessageId }>('SELECT id FROM message').get();
      const message = row && findMessage(wayIn.store, row.id);
      if (message === undefined) throw new Error('The message was not stored.');
      const html = renderToStaticMarkup(
        createElement(MessageItem, {
          message,
          startsDay: false,
          startsRun: true,
          isLast: true,
          contactName: HOSTILE.slice(0, 300),
          isTabStop: true,
        }),
      );
      expect(html).not.toMatch(/<script|<img[^>]+src="?x|href="javascript:/iu);
      expect(html.length).toBeLessThan(MOST_MARKUP);
    },
  );
});
