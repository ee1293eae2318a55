import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import type { JsonObject } from '#shared/json.ts';
import { DEFAULT_STOP_WORDS, STOP_LANGUAGES } from '#shared/stop-words.ts';
import { changeProfile } from '#electron/people/change-profile.ts';
import {
  changeConsentSettings,
  exportConsent,
  recordOwnersWord,
} from '#electron/people/consent.ts';
import { openWayIn, NOW } from '../support/way-in.ts';
import type { WayIn } from '../support/way-in.ts';
import {
  ANA,
  messageDelivery,
  messagesChange,
  delivery,
  message,
  MONDAY,
} from '../support/webhooks.ts';

let wayIn: WayIn;
const clock = () => NOW;

beforeEach(() => {
  wayIn = openWayIn();
});

afterEach(() => wayIn.store.close());

function say(body: string, fields: JsonObject = {}): Promise<void> {
  return wayIn.receive(messageDelivery(ANA, { type: 'text', text: { body }, ...fields }));
}

function optedOut(): unknown {
  return wayIn.row('SELECT opted_out FROM contact')?.['opted_out'];
}

function ledger(): readonly unknown[] {
  return wayIn
    .rows('SELECT kind, source FROM consent_event ORDER BY at, id')
    .map(({ kind, source }) => `${String(kind)} ${String(source)}`);
}

function replies(): readonly unknown[] {
  return wayIn
    .rows("SELECT body FROM message WHERE direction = 'outbound' ORDER BY id")
    .map(({ body }) => body);
}

function settings(change: Parameters<typeof changeConsentSettings>[1]): void {
  changeConsentSettings({ store: wayIn.store, clock }, change);
}

describe('a stop word', () => {
  it.each(['stop', 'STOP', ' Stop!! ', '“Stop”', '🛑 stop', 'PARAR', 'Arrêt', 'ARRET', 'स्टॉप'])(
    '%j opts out or does not, as a whole message',
    async (body) => {
      await say(body);
      expect(optedOut()).toBe(body === 'स्टॉप' ? 0 : 1);
    },
  );

  it.each([
    'Please stop by at noon',
    'stop it, you are funny',
    'Where is the bus stop?',
    'nonstop',
    '',
  ])('is not found inside of %j', async (body) => {
    await say(body);
    expect(optedOut()).toBe(0);
    expect(replies()).toEqual([]);
  });

  it('is known in more than twenty languages, each of its words by itself', async () => {
    expect(STOP_LANGUAGES.length).toBeGreaterThan(20);
    const people = DEFAULT_STOP_WORDS.map((_, n) => ({ waId: String(4_915_100_000_000 + n) }));
    await wayIn.receive(
      ...people.map((person, n) =>
        messageDelivery(person, { type: 'text', text: { body: DEFAULT_STOP_WORDS[n] ?? '' } }),
      ),
    );
    const missed = wayIn.rows(
      `SELECT m.body FROM message m JOIN conversation v ON v.id = m.conversation_id
       JOIN contact c ON c.id = v.contact_id WHERE c.opted_out = 0`,
    );
    expect(missed).toEqual([]);
    expect(ledger()).toHaveLength(DEFAULT_STOP_WORDS.length);
  });

  it('is answered once, and again only after the person had come back', async () => {
    await say('stop');
    await say('STOP', { timestamp: String(MONDAY + 5) });
    expect(ledger()).toEqual(['opt_out stop_word', 'opt_out stop_word']);
    expect(replies()).toEqual([expect.stringContaining('any more offers')]);
    settings({ startCounts: true, confirmation: 'Done.' });
    await say('start', { timestamp: String(MONDAY + 10) });
    expect(optedOut()).toBe(0);
    await say('stop', { timestamp: String(MONDAY + 15) });
    expect(replies()).toEqual([expect.stringContaining('any more offers'), 'Done.']);
  });

  it('is answered in the language of the person, or of their word', async () => {
    settings({ confirmations: { pt: 'Feito.', de: 'Erledigt.' } });
    await say('abmelden');
    expect(replies()).toEqual(['Erledigt.']);
    await wayIn.receive(
      messageDelivery({ waId: '4915112345678' }, { type: 'text', text: { body: 'hello' } }),
    );
    changeProfile({ store: wayIn.store, clock }, asId<ContactId>(2), { language: 'pt-BR' });
    await wayIn.receive(
      messageDelivery({ waId: '4915112345678' }, { type: 'text', text: { body: 'stop' } }),
    );
    expect(replies()).toEqual(['Erledigt.', 'Feito.']);
  });

  it('is not answered twice when its webhook comes again', async () => {
    const told = messageDelivery(ANA, { type: 'text', text: { body: 'stop' } });
    await wayIn.receive(told, told);
    expect(replies()).toHaveLength(1);
    expect(wayIn.rows('SELECT state FROM outbox')).toEqual([{ state: 'queued' }]);
  });

  it('is heeded but not answered after the window has closed, or when answers are off', async () => {
    await say('stop', { timestamp: String(MONDAY - 2 * 86_400) });
    expect(optedOut()).toBe(1);
    expect(replies()).toEqual([]);
    settings({ confirms: false });
    await wayIn.receive(
      messageDelivery({ waId: '4915112345678' }, { type: 'text', text: { body: 'stop' } }),
    );
    expect(wayIn.rows('SELECT id FROM contact WHERE opted_out = 1')).toHaveLength(2);
    expect(replies()).toEqual([]);
  });

  it('does not undo a later word', async () => {
    await say('hello');
    recordOwnersWord(
      { store: wayIn.store, clock },
      {
        contactId: asId<ContactId>(1),
        kind: 'opt_in',
        reason: 'Asked for the catalog in the shop',
      },
    );
    await say('stop', { timestamp: String(MONDAY - 60) });
    expect(optedOut()).toBe(0);
    expect(replies()).toEqual([]);
  });

  it('can be the owner’s own, instead of those that Frontdesk brings', async () => {
    settings({ stopWords: ['Chega!'] });
    await say('stop');
    expect(optedOut()).toBe(0);
    await say('chega', { timestamp: String(MONDAY + 1) });
    expect(optedOut()).toBe(1);
    expect(() => settings({ stopWords: ['!!'] })).toThrow();
  });

  it('counts as the button of a template, and says nothing in a group', async () => {
    const button = { type: 'button', button: { text: 'Stop promotions', payload: 'x' } };
    await wayIn.receive(messageDelivery(ANA, button));
    expect(ledger()).toEqual(['opt_out template_button']);
    const inGroup = message(
      { waId: '4915112345678' },
      {
        group_id: 'G1',
        type: 'text',
        text: { body: 'stop' },
      },
    );
    await wayIn.receive(delivery(messagesChange([{ waId: '4915112345678' }], [inGroup])));
    expect(ledger()).toHaveLength(1);
  });
});

describe('a start word', () => {
  it('lets nobody in again unless the owner allows it', async () => {
    await say('stop');
    await say('START', { timestamp: String(MONDAY + 1) });
    expect(optedOut()).toBe(1);
    settings({ startCounts: true });
    await say('START', { timestamp: String(MONDAY + 2) });
    expect(optedOut()).toBe(0);
    expect(ledger()).toEqual(['opt_out stop_word', 'opt_in start_word']);
  });
});

describe('the ledger of a person', () => {
  it('can be given out, with the evidence of every word', async () => {
    await say('stop');
    const deps = { store: wayIn.store, clock };
    const contactId = asId<ContactId>(1);
    recordOwnersWord(deps, { contactId, kind: 'opt_in', reason: 'Signed the form' });
    const { fileName, text } = exportConsent(deps, contactId);
    expect(fileName).toBe('consent-1.json');
    expect(JSON.parse(text)).toMatchObject({
      contact: { name: 'Ana', opted_out: false },
      identities: [{ kind: 'bsuid' }, { kind: 'phone', value: '+16505551234' }, { kind: 'wa_id' }],
      events: [
        { kind: 'opt_in', source: 'owner', evidence: { reason: 'Signed the form' } },
        { kind: 'opt_out', source: 'stop_word', evidence: { text: 'stop' } },
      ],
    });
  });
});
