import { describe, expect, it } from 'vitest';
import { systemClock } from '#electron/clock.ts';
import { discardMessage } from '#electron/sending/retry.ts';
import { startSender } from '#electron/sending/sender.ts';
import { messageHistory } from '#electron/store/message-history.ts';
import { attemptsOf, recordAttempt } from '#electron/store/outbox-attempts.ts';
import { claim, dueHeads } from '#electron/store/outbox.ts';
import { deadUrl } from '../support/graph-server.ts';
import { NUMBER } from '../support/practice.ts';
import { laneDeps, sendingWorld, storedMessage } from '../support/sending.ts';

describe('every attempt', () => {
  it('is kept with its request and Meta’s words, and never with the token', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'error', code: 131016, details: 'Overloaded' });
    const id = say(0, 'Good morning');
    await expect.poll(() => storedMessage(store, id).status, { timeout: 10_000 }).toBe('accepted');
    await sender.idle();
    const attempts = messageHistory(store, id)?.attempts ?? [];
    expect(attempts).toMatchObject([
      {
        outcome: 'refused',
        wamid: null,
        error: { code: 131016 },
        details: 'Overloaded',
        request: { type: 'text', text: { body: 'Good morning' } },
      },
      { outcome: 'accepted', wamid: storedMessage(store, id).wamid, error: null, fbtraceId: null },
    ]);
    const [refused] = attempts;
    expect(refused?.fbtraceId).toMatch(/\S/);
    expect(refused?.endedAt).toBeGreaterThanOrEqual(refused?.startedAt ?? Infinity);
    expect(JSON.stringify(attempts)).not.toContain(NUMBER.accessToken);
  });

  it('tells apart what never reached Meta, and what nobody knows', async () => {
    const { store, platform, say, sender } = await sendingWorld();
    platform.faults.next({ kind: 'drop_after_accepting' });
    const id = say(0, 'lost');
    await sender.idle();
    expect(attemptsOf(store, id)).toMatchObject([{ outcome: 'ambiguous', wamid: null }]);
    await sender.stop();

    const offline = startSender(laneDeps(store, await deadUrl()));
    const waiting = say(1, 'offline');
    await offline.idle();
    await offline.stop();
    expect(attemptsOf(store, waiting)).toMatchObject([{ outcome: 'not_reached', fbtraceId: null }]);
  });

  it('of a run that was killed is kept too', async () => {
    const { store, accountId, platform, say, sender } = await sendingWorld();
    await sender.stop();
    const id = say(0, 'half sent');
    const [head] = dueHeads(store, accountId, Date.now(), 1);
    if (head === undefined) throw new Error('Nothing is due.');
    store.write((tx) => claim(tx, head.id, 4_711));
    const next = startSender(laneDeps(store, platform.url));
    await next.idle();
    await next.stop();
    expect(attemptsOf(store, id)).toMatchObject([
      { startedAt: 4_711, outcome: 'ambiguous', request: null },
    ]);
  });

  it('is pruned to the newest twenty, and goes with its message', async () => {
    const { store, say, sender } = await sendingWorld();
    await sender.stop();
    const id = say(0, 'patient');
    store.write((tx) => {
      for (let at = 1; at <= 50; at += 1)
        recordAttempt(tx, { ...AN_ATTEMPT, messageId: id, startedAt: at });
    });
    expect(attemptsOf(store, id).map(({ startedAt }) => startedAt)).toEqual(
      Array.from({ length: 20 }, (_, index) => 31 + index),
    );
    discardMessage({ store, clock: systemClock }, id);
    expect(attemptsOf(store, id)).toEqual([]);
    store.write((tx) => recordAttempt(tx, { ...AN_ATTEMPT, messageId: id, startedAt: 1 }));
    expect(attemptsOf(store, id), 'of a message that is gone nothing is kept').toEqual([]);
  });
});

const AN_ATTEMPT = {
  endedAt: 60,
  outcome: 'not_reached',
  request: {},
  wamid: null,
  error: { code: null, title: 'There is no network.', details: null },
  fbtraceId: null,
} as const;
