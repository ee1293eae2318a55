import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE_STATUSES } from '#shared/models/message.ts';
import { startI18n } from '../../renderer/app/i18n.ts';
import { Tick } from '../../renderer/ui/Tick.tsx';

beforeAll(startI18n);

function wordsOf(status: (typeof MESSAGE_STATUSES)[number]): string | undefined {
  const markup = renderToStaticMarkup(createElement(Tick, { status }));
  return /aria-label="([^"]*)"/.exec(markup)?.[1];
}

describe('ticks', () => {
  it('say in words what their shape says', () => {
    const words = MESSAGE_STATUSES.map((status) => [status, wordsOf(status)]);
    expect(Object.fromEntries(words)).toEqual({
      received: undefined,
      queued: 'Waiting to be sent',
      accepted: 'Sent',
      sent: 'Sent',
      delivered: 'Delivered',
      read: 'Read',
      played: 'Played',
      failed: 'Not sent',
      unknown: 'Perhaps sent',
    });
  });
});
