import { describe, expect, it } from 'vitest';
import { ACCOUNT_ERRORS } from '#shared/graph-errors/account-errors.ts';
import { MESSAGE_ERRORS } from '#shared/graph-errors/message-errors.ts';
import { TEMPLATE_SEND_ERRORS } from '#shared/graph-errors/template-errors.ts';
import type { PracticeCustomer } from '#electron/practice/model.ts';
import { outboxState } from '#electron/store/outbox.ts';
import { readSendingPause } from '#electron/store/sending-pause.ts';
import { crowdOf, sendingWorld, storedMessage } from '../support/sending.ts';

/**
 * What Meta's document asks for when a code refuses a message, as far as one message of a chat can
 * show it: what becomes of the message, and whether the next person still gets theirs.
 * Source: meta-platform §4.1–§4.5.
 */
const ASKED = {
  'tried again, and everybody else goes on': [1, 2, 130429, 131000, 131016, 131056],
  'tried again after a rest of the whole number': [4, 17, 32, 613, 80007, 80008, 131057, 2494100],
  'kept, and nothing more leaves from the number': [
    0, 3, 10, 33, 104, 190, 200, 299, 368, 803, 131005, 131031, 131037, 131045, 133010,
  ],
  'failed, and everybody else goes on': [
    100, 130403, 130472, 130497, 130501, 131008, 131009, 131021, 131026, 131030, 131042, 131048,
    131049, 131051, 131053, 131055, 131061, 131062, 131063, 131064, 131065, 131070, 132000, 132001,
    132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069, 134011, 134100, 134101,
    134102, 135000, 137000,
  ],
  'failed, and the window counts as closed': [131047],
  'failed, and the person gets no more marketing': [131050],
} as const;

const TABLE = Object.entries(ASKED).flatMap(([asked, codes]) =>
  codes.map((code) => ({ code, asked })),
);

/** Of calls, of what came in, of registration and of health reports: no send meets them. */
const NOT_OF_SENDING = [131044, 131052, 131060, 133016, 141006, 141010, 141014, 1752041];

describe('a refusal of Meta', () => {
  it('is looked at for every code that a send can meet', () => {
    const known = { ...ACCOUNT_ERRORS, ...MESSAGE_ERRORS, ...TEMPLATE_SEND_ERRORS };
    const asked: ReadonlySet<number> = new Set(TABLE.map(({ code }) => code));
    const missing = Object.keys(known).filter((code) => !asked.has(Number(code)));
    expect(missing.map(Number).toSorted((a, b) => a - b)).toEqual(NOT_OF_SENDING);
  });

  it.each(TABLE)('with $code: the message is $asked', async ({ code, asked }) => {
    expect(await outcomeOf(code)).toBe(asked);
  });
});

/** Sends to somebody whose number rehearses the code, then to somebody else, and looks. */
async function outcomeOf(code: number): Promise<string> {
  const world = await sendingWorld({ customers: [rehearsing(code), ...crowdOf(1)] });
  const { store, accountId, say, sender } = world;
  const refused = say(0, 'refused');
  await sender.idle();
  say(1, 'to somebody else');
  await sender.idle();

  const goesOn = world.taken().includes('to somebody else');
  const others = goesOn ? 'and everybody else goes on' : 'after a rest of the whole number';
  const message = storedMessage(store, refused);
  expect(message.error_code).toBe(code);
  if (readSendingPause(store, accountId) !== undefined) {
    expect([message.status, goesOn]).toEqual(['queued', false]);
    return 'kept, and nothing more leaves from the number';
  }
  if (message.status === 'queued') {
    expect(outboxState(store, refused)?.nextAttemptAt).toBeGreaterThan(Date.now());
    return goesOn ? `tried again, ${others}` : `tried again ${others}`;
  }
  expect([message.status, goesOn]).toEqual(['failed', true]);
  if (
    isTrue(world, 'SELECT count(*) AS found FROM conversation WHERE window_refused_at IS NOT NULL')
  ) {
    return 'failed, and the window counts as closed';
  }
  return isTrue(world, 'SELECT count(*) AS found FROM contact WHERE opted_out = 1')
    ? 'failed, and the person gets no more marketing'
    : `failed, ${others}`;
}

function isTrue({ store }: Awaited<ReturnType<typeof sendingWorld>>, sql: string): boolean {
  return store.prepare<{ found: number }>(sql).get()?.found === 1;
}

function rehearsing(code: number): PracticeCustomer {
  return {
    waId: `8881${String(code).padStart(7, '0')}001`,
    name: `Error ${code}`,
    bsuid: `ZZ.1${code}`,
    lastWroteAt: Date.now(),
  };
}
