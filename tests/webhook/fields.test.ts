import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#shared/json.ts';
import { openWayIn } from '../support/way-in.ts';
import {
  ANA,
  MONDAY,
  SHOP,
  change,
  contact,
  delivery,
  message,
  messageDelivery,
  numberChange,
  status,
  statusesChange,
} from '../support/webhooks.ts';

const AT = MONDAY * 1_000;

function later(seconds: number): string {
  return String(MONDAY + seconds);
}

function echo(fields: JsonObject): JsonObject {
  return numberChange('smb_message_echoes', {
    message_echoes: [
      { from: SHOP.displayPhoneNumber, to: ANA.waId ?? '', timestamp: later(10), ...fields },
    ],
  });
}

const ECHO = { id: 'wamid.E', type: 'text', text: { body: 'We open at nine' } };

function call(fields: JsonObject): Json {
  return delivery(
    numberChange('calls', {
      contacts: [contact(ANA)],
      calls: [
        {
          id: 'wacid.1',
          from: ANA.waId ?? '',
          timestamp: later(0),
          direction: 'USER_INITIATED',
          ...fields,
        },
      ],
    }),
  );
}

function preference(value: string, seconds: number, fields: JsonObject = {}): Json {
  return delivery(
    numberChange('user_preferences', {
      contacts: [contact(ANA)],
      user_preferences: [
        {
          user_id: ANA.bsuid ?? '',
          category: 'marketing_messages',
          value,
          timestamp: MONDAY + seconds,
          ...fields,
        },
      ],
    }),
  );
}

function entry(action: string, seconds: number): Json {
  return delivery(
    numberChange('smb_app_state_sync', {
      state_sync: [
        {
          type: 'contact',
          action,
          contact: { full_name: 'Ana from the market', phone_number: ANA.waId ?? '' },
          metadata: { timestamp: later(seconds) },
        },
      ],
    }),
  );
}

function handover(owner: string, seconds: number): Json {
  return delivery(
    numberChange('messaging_handovers', {
      type: 'control_passed',
      timestamp: later(seconds),
      sender: { phone_number: ANA.waId ?? '' },
      control_passed: { new_owner_role: owner },
    }),
  );
}

function name(decision: string, requested: string): JsonObject {
  return change('phone_number_name_update', {
    display_phone_number: SHOP.displayPhoneNumber,
    decision,
    requested_verified_name: requested,
  });
}

function react(fields: JsonObject, seconds: number): Json {
  return messageDelivery(ANA, {
    type: 'reaction',
    timestamp: later(seconds),
    reaction: { message_id: 'wamid.E', ...fields },
  });
}

describe('statuses', () => {
  it('are kept one by one, and the message never goes back', async () => {
    const wayIn = openWayIn();
    const failed = status('wamid.E', 'failed', {
      timestamp: later(40),
      errors: [{ code: 131_049, title: 'Limited', error_data: { details: 'Too many' } }],
    });
    await wayIn.receive(
      delivery(statusesChange([status('wamid.E', 'read', { timestamp: later(30) })])),
      delivery(echo(ECHO)),
      delivery(statusesChange([status('wamid.E', 'delivered', { timestamp: later(20) }), failed])),
    );
    expect(wayIn.row('SELECT status, error_code FROM message')).toEqual({
      status: 'read',
      error_code: null,
    });
    expect(
      wayIn.rows('SELECT status, at, error_code, error_details FROM message_status ORDER BY at'),
    ).toEqual([
      { status: 'delivered', at: AT + 20_000, error_code: null, error_details: null },
      { status: 'read', at: AT + 30_000, error_code: null, error_details: null },
      { status: 'failed', at: AT + 40_000, error_code: 131_049, error_details: 'Too many' },
    ]);
  });

  it('take the price from whichever of them brings it', async () => {
    const wayIn = openWayIn();
    const pricing = { type: 'regular', category: 'utility' };
    await wayIn.receive(
      delivery(statusesChange([status('wamid.E', 'sent')])),
      delivery(statusesChange([status('wamid.E', 'sent', { pricing })])),
      delivery(statusesChange([status('wamid.E', 'sent')])),
    );
    expect(wayIn.rows('SELECT pricing FROM message_status')).toEqual([
      { pricing: JSON.stringify(pricing) },
    ]);
  });

  it('tell how long a free entry point lasts', async () => {
    const wayIn = openWayIn();
    const conversation = {
      expiration_timestamp: later(604_800),
      origin: { type: 'referral_conversion' },
    };
    await wayIn.receive(
      delivery(statusesChange([status('wamid.E', 'sent', { conversation })])),
      delivery(echo(ECHO)),
    );
    expect(wayIn.row('SELECT free_entry_expires_at FROM conversation')).toEqual({
      free_entry_expires_at: AT + 604_800_000,
    });
  });

  it('name a message whose answer was lost, by our own callback id', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA));
    wayIn.store.write((tx) =>
      tx.run(
        `INSERT INTO message (conversation_id, account_id, direction, origin, type, payload, status, callback_id, timestamp, created_at)
         SELECT id, account_id, 'outbound', 'frontdesk', 'text', '{}', 'unknown', 'fd-7', ?, ? FROM conversation`,
        AT,
        AT,
      ),
    );
    await wayIn.receive(
      delivery(
        statusesChange([status('wamid.S', 'delivered', { biz_opaque_callback_data: 'fd-7' })]),
      ),
    );
    expect(wayIn.row("SELECT wamid, status FROM message WHERE callback_id = 'fd-7'")).toEqual({
      wamid: 'wamid.S',
      status: 'delivered',
    });
  });

  it('teach the user id of somebody who was known by phone only', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery({ waId: ANA.waId ?? '' }),
      delivery(
        numberChange('messages', {
          contacts: [contact(ANA)],
          statuses: [
            status('wamid.X', 'sent', {
              recipient_id: ANA.waId ?? '',
              recipient_user_id: ANA.bsuid ?? '',
            }),
          ],
        }),
      ),
    );
    expect(
      wayIn.rows("SELECT contact_id, value FROM contact_identity WHERE kind = 'bsuid'"),
    ).toEqual([{ contact_id: 1, value: ANA.bsuid }]);
  });
});

describe('a window that Meta calls closed', () => {
  it.each([
    ['later than the customer last wrote', 60, false],
    ['before the customer last wrote', -60, true],
  ])('%s', async (_when, seconds, staysOpen) => {
    const wayIn = openWayIn();
    const refusal = status('wamid.OWN', 'failed', {
      timestamp: later(seconds),
      errors: [{ code: 131_047, title: 'Re-engagement message' }],
    });
    const own = { to: ANA.waId ?? '', id: 'wamid.OWN', timestamp: later(-90), type: 'text' };
    await wayIn.receive(
      delivery(statusesChange([refusal])),
      delivery(numberChange('smb_message_echoes', { message_echoes: [own] })),
      messageDelivery(ANA, { timestamp: later(0) }),
    );
    const row = wayIn.row('SELECT window_opened_at FROM conversation');
    expect(row).toEqual({ window_opened_at: staysOpen ? AT : AT + 60_000 - 86_400_000 });
  });
});

describe('reactions, edits and deletions', () => {
  it('a reaction stands under its message and moves no chat', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      delivery(echo(ECHO)),
      react({ emoji: '👍' }, 20),
      react({ emoji: '🌵' }, 30),
    );
    expect(wayIn.rows('SELECT * FROM reaction')).toEqual([
      { message_wamid: 'wamid.E', actor: 'customer', emoji: '🌵', at: AT + 30_000 },
    ]);
    expect(
      wayIn.row('SELECT last_message_at, unread_count, window_opened_at FROM conversation'),
    ).toEqual({
      last_message_at: AT + 10_000,
      unread_count: 0,
      window_opened_at: null,
    });
  });

  it.each([{}, { emoji: '' }])(
    'a reaction is taken back by %j, whichever comes first',
    async (gone) => {
      const wayIn = openWayIn();
      await wayIn.receive(react(gone, 30), react({ emoji: '👍' }, 20));
      expect(wayIn.rows('SELECT * FROM reaction')).toEqual([]);
    },
  );

  it('an edit shows the new words and keeps the old, also when it comes first', async () => {
    const wayIn = openWayIn();
    const edit = {
      original_message_id: 'wamid.1',
      message: { type: 'text', text: { body: 'At ten' }, context: { id: 'M0' } },
    };
    await wayIn.receive(
      messageDelivery(ANA, { type: 'edit', edit, timestamp: later(60) }),
      messageDelivery(ANA, { id: 'wamid.1', type: 'text', text: { body: 'At nine' } }),
    );
    const row = wayIn.row(`SELECT body, edited_at, json_extract(payload, '$.text.body') AS now,
      json_extract(payload, '$.before_edit.text.body') AS before FROM message`);
    expect(row).toEqual({
      body: 'At ten',
      edited_at: AT + 60_000,
      now: 'At ten',
      before: 'At nine',
    });
  });

  it('a deletion marks its message and keeps the words', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA, { id: 'wamid.1', type: 'text', text: { body: 'At nine' } }),
      messageDelivery(ANA, { type: 'revoke', revoke: { original_message_id: 'wamid.1' } }),
    );
    expect(wayIn.rows('SELECT body, is_deleted FROM message')).toEqual([
      { body: 'At nine', is_deleted: 1 },
    ]);
  });
});

describe('what was written elsewhere', () => {
  it('an echo from the phone is ours, and means that the chat was read up to there', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA),
      delivery(echo(ECHO)),
      messageDelivery(ANA, { timestamp: later(5) }),
      messageDelivery(ANA, { timestamp: later(20) }),
    );
    expect(
      wayIn.row("SELECT direction, origin, status, body FROM message WHERE wamid = 'wamid.E'"),
    ).toEqual({
      direction: 'outbound',
      origin: 'phone',
      status: 'sent',
      body: 'We open at nine',
    });
    expect(wayIn.row('SELECT unread_count, last_message_at FROM conversation')).toEqual({
      unread_count: 1,
      last_message_at: AT + 20_000,
    });
  });

  it('an echo of another program does not mean that the owner has read', async () => {
    const wayIn = openWayIn();
    const value = { message_echoes: [{ ...ECHO, to: ANA.waId ?? '', timestamp: later(10) }] };
    await wayIn.receive(messageDelivery(ANA), delivery(numberChange('message_echoes', value)));
    expect(wayIn.row('SELECT unread_count FROM conversation')).toEqual({ unread_count: 1 });
  });

  it('standby messages stand in the thread, counted by nobody', async () => {
    const wayIn = openWayIn();
    const bot = {
      id: 'wamid.B',
      timestamp: later(5),
      message: { to: ANA.waId ?? '', type: 'text', text: { body: 'I am a bot' } },
    };
    await wayIn.receive(
      delivery(
        numberChange('standby', {
          standby: { contacts: [contact(ANA)], messages: [message(ANA)] },
        }),
        numberChange('standby', { standby: { message_echoes: [bot] } }),
        numberChange('standby', { standby: { statuses: [status('wamid.B', 'read')] } }),
      ),
    );
    expect(
      wayIn.rows('SELECT direction, origin, status, body FROM message ORDER BY timestamp'),
    ).toEqual([
      {
        direction: 'inbound',
        origin: 'standby',
        status: 'received',
        body: 'Is the shop open on Monday?',
      },
      { direction: 'outbound', origin: 'standby', status: 'read', body: 'I am a bot' },
    ]);
    expect(wayIn.row('SELECT unread_count, window_opened_at FROM conversation')).toEqual({
      unread_count: 0,
      window_opened_at: AT,
    });
  });

  it('history is imported with both sides, never as unread, and its files come later', async () => {
    const wayIn = openWayIn();
    const past = [
      {
        from: ANA.waId ?? '',
        id: 'wamid.H1',
        timestamp: later(-900),
        type: 'text',
        text: { body: 'Hello' },
        history_context: { status: 'READ' },
      },
      {
        from: SHOP.displayPhoneNumber,
        to: ANA.waId ?? '',
        id: 'wamid.H2',
        timestamp: later(-800),
        type: 'text',
        text: { body: 'Good day' },
        history_context: { status: 'DELIVERED' },
      },
      {
        from: ANA.waId ?? '',
        id: 'wamid.H3',
        timestamp: later(-700),
        type: 'media_placeholder',
        history_context: { status: 'READ' },
      },
    ];
    await wayIn.receive(
      delivery(
        numberChange('history', {
          history: [
            {
              metadata: { phase: 0, chunk_order: 1, progress: 55 },
              threads: [{ id: ANA.waId ?? '', messages: past }],
            },
          ],
        }),
        numberChange('history', {
          messages: [
            {
              from: ANA.waId ?? '',
              id: 'wamid.H3',
              timestamp: later(-700),
              type: 'image',
              image: { id: 'file-9' },
            },
          ],
        }),
      ),
    );
    expect(
      wayIn.rows(
        `SELECT wamid, direction, origin, type, status, media_id IS NOT NULL AS has_file FROM message ORDER BY wamid`,
      ),
    ).toEqual([
      {
        wamid: 'wamid.H1',
        direction: 'inbound',
        origin: 'history',
        type: 'text',
        status: 'received',
        has_file: 0,
      },
      {
        wamid: 'wamid.H2',
        direction: 'outbound',
        origin: 'history',
        type: 'text',
        status: 'delivered',
        has_file: 0,
      },
      {
        wamid: 'wamid.H3',
        direction: 'inbound',
        origin: 'history',
        type: 'image',
        status: 'received',
        has_file: 1,
      },
    ]);
    expect(wayIn.row('SELECT unread_count, window_opened_at FROM conversation')).toEqual({
      unread_count: 0,
      window_opened_at: null,
    });
    expect(wayIn.rows('SELECT field FROM account_event')).toEqual([{ field: 'history' }]);
  });

  it('history that was refused is told once', async () => {
    const wayIn = openWayIn();
    const refused = delivery(
      numberChange('history', { history: [{ errors: [{ code: 2_593_109 }] }] }),
    );
    await wayIn.receive(refused, refused);
    expect(wayIn.rows('SELECT field, value FROM account_event')).toEqual([
      { field: 'history', value: '{"errors":[{"code":2593109}]}' },
    ]);
  });
});

describe('calls', () => {
  it('one that nobody took stands in the thread, unread, and opens the window', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      call({ event: 'connect' }),
      call({ event: 'terminate', timestamp: later(30), status: 'FAILED' }),
    );
    expect(wayIn.rows('SELECT type, body, timestamp FROM message')).toEqual([
      { type: 'system', body: 'Missed call', timestamp: AT + 30_000 },
    ]);
    expect(wayIn.row('SELECT unread_count, window_opened_at FROM conversation')).toEqual({
      unread_count: 1,
      window_opened_at: AT + 30_000,
    });
  });

  it('one that was taken opens the window only', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      call({ event: 'connect' }),
      call({ event: 'terminate', timestamp: later(30), start_time: later(4), status: 'COMPLETED' }),
    );
    expect(wayIn.rows('SELECT type FROM message')).toEqual([]);
    expect(wayIn.row('SELECT window_opened_at FROM conversation')).toEqual({
      window_opened_at: AT + 4_000,
    });
  });

  it('one of ours says nothing about the customer', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(call({ event: 'connect', direction: 'BUSINESS_INITIATED' }));
    expect(wayIn.rows('SELECT 1 FROM conversation')).toEqual([]);
  });
});

describe('people', () => {
  it('the latest word about offers counts, whatever comes last', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(preference('resume', 50), preference('stop', 20));
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 0 });
    await wayIn.receive(preference('stop', 50));
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 1 });
  });

  it('a signup is remembered once, with its link', async () => {
    const wayIn = openWayIn();
    const signup = preference('signup', 20, { signup_id: '884' });
    await wayIn.receive(signup, signup);
    expect(
      wayIn.row('SELECT name, opted_out, subscribed_via_signup_id, subscribed_at FROM contact'),
    ).toEqual({
      name: 'Ana',
      opted_out: 0,
      subscribed_via_signup_id: '884',
      subscribed_at: AT + 20_000,
    });
    expect(wayIn.rows('SELECT kind, source FROM consent_event')).toEqual([
      { kind: 'opt_in', source: 'signup_link' },
    ]);
  });

  it("the phone's address book names people, and its removal gives their own name back", async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA), entry('add', 10));
    expect(wayIn.rows('SELECT name FROM contact')).toEqual([{ name: 'Ana from the market' }]);
    await wayIn.receive(entry('remove', 20), entry('add', 15));
    expect(wayIn.rows('SELECT name FROM contact')).toEqual([{ name: 'Ana' }]);
  });

  it("the owner's own name for somebody stays", async () => {
    const wayIn = openWayIn();
    await wayIn.receive(messageDelivery(ANA));
    wayIn.store.write((tx) =>
      tx.run("UPDATE contact SET name = 'Aunt Ana', name_source = 'owner'"),
    );
    await wayIn.receive(messageDelivery({ ...ANA, name: 'Ana B.' }, { timestamp: later(10) }));
    expect(wayIn.rows('SELECT name, profile_name FROM contact')).toEqual([
      { name: 'Aunt Ana', profile_name: 'Ana B.' },
    ]);
  });

  it('a handover says who answers the thread', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      messageDelivery(ANA),
      handover('customer_service', 30),
      handover('ai_agent', 20),
    );
    expect(wayIn.rows('SELECT thread_owner, thread_owner_at FROM conversation')).toEqual([
      { thread_owner: 'customer_service', thread_owner_at: AT + 30_000 },
    ]);
  });

  it('a group has a thread of its own, where each line has its author', async () => {
    const wayIn = openWayIn();
    const rose = { waId: '447700900104', name: 'Rose' };
    await wayIn.receive(
      messageDelivery(ANA),
      messageDelivery(ANA, { group_id: 'g1', id: 'wamid.G' }),
      messageDelivery(rose, { group_id: 'g1' }),
      messageDelivery(rose, {
        group_id: 'g1',
        type: 'reaction',
        reaction: { message_id: 'wamid.G', emoji: '👍' },
      }),
    );
    expect(
      wayIn.rows(`SELECT v.group_id, c.name AS author FROM message m JOIN conversation v ON v.id = m.conversation_id
        LEFT JOIN contact c ON c.id = m.sender_contact_id WHERE m.type = 'text' ORDER BY m.id`),
    ).toEqual([
      { group_id: null, author: null },
      { group_id: 'g1', author: 'Ana' },
      { group_id: 'g1', author: 'Rose' },
    ]);
    expect(wayIn.rows('SELECT actor, emoji FROM reaction')).toEqual([
      { actor: 'customer:3', emoji: '👍' },
    ]);
  });
});

const ACCOUNT_FIELDS = `message_template_status_update message_template_quality_update
  message_template_components_update template_category_update template_correct_category_detection
  phone_number_quality_update phone_number_name_update account_update account_review_update account_alerts
  account_settings_update business_capability_update business_status_update business_username_updates security
  flows group_lifecycle_update group_participants_update group_settings_update group_status_update
  payment_configuration_update partner_solutions automatic_events tracking_events consumer_profile`.split(
  /\s+/,
);

describe('what Meta says about the account', () => {
  it.each(ACCOUNT_FIELDS)('%s is kept once, however often it comes', async (field) => {
    const wayIn = openWayIn();
    const said = {
      object: 'whatsapp_business_account',
      entry: [{ id: SHOP.wabaId, time: MONDAY, changes: [change(field, { event: 'SOMETHING' })] }],
    };
    await wayIn.receive(said, said);
    expect(wayIn.rows('SELECT account_id, waba_id, field, value, at FROM account_event')).toEqual([
      {
        account_id: wayIn.accountId,
        waba_id: SHOP.wabaId,
        field,
        value: '{"event":"SOMETHING"}',
        at: AT,
      },
    ]);
    expect(wayIn.rows('SELECT state FROM webhook_log')).toEqual([
      { state: 'processed' },
      { state: 'processed' },
    ]);
  });

  it('a faster number is faster from now on', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      delivery(
        change('phone_number_quality_update', {
          display_phone_number: SHOP.displayPhoneNumber,
          event: 'THROUGHPUT_UPGRADE',
        }),
      ),
    );
    expect(wayIn.row('SELECT throughput_level FROM account')).toEqual({ throughput_level: 'HIGH' });
  });

  it('an approved name is the name', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(
      delivery(name('APPROVED', 'Casa Verde')),
      delivery(name('REJECTED', 'Best Shop')),
    );
    expect(wayIn.row('SELECT profile_name FROM account')).toEqual({ profile_name: 'Casa Verde' });
  });

  it('errors without a message are kept with the account', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(delivery(numberChange('messages', { errors: [{ code: 130_429 }] })));
    expect(wayIn.rows('SELECT field FROM account_event')).toEqual([{ field: 'messages.errors' }]);
  });
});

describe('what Frontdesk does not know', () => {
  it.each([
    ['a field of tomorrow', delivery(change('holograms', { id: 1 }))],
    ['another object', { object: 'page', entry: [] }],
    [
      'a number that is not ours',
      delivery(
        numberChange('messages', { messages: [message(ANA)] }, { ...SHOP, phoneNumberId: '1' }),
      ),
    ],
    ['an empty delivery', delivery()],
  ])('%s is unhandled, with words', async (_name, said) => {
    const wayIn = openWayIn();
    await wayIn.receive(said);
    const row = wayIn.row('SELECT state, error FROM webhook_log');
    expect(row).toMatchObject({ state: 'unhandled' });
    expect(String(row?.['error']).length).toBeGreaterThan(10);
  });

  it.each([
    ['no JSON', 'hello', ''],
    [
      'a message without an author',
      delivery(numberChange('messages', { messages: [{ id: 'w', timestamp: '1', type: 'text' }] })),
      'entry[0].changes[0].value.messages[0]',
    ],
    [
      'a message without a time',
      messageDelivery(ANA, { timestamp: 'soon' }),
      'entry[0].changes[0].value.messages[0]',
    ],
    [
      'a list that is none',
      delivery(numberChange('messages', { statuses: {} })),
      'entry[0].changes[0].value.statuses',
    ],
  ])('%s has failed, and says where', async (_name, said, path) => {
    const wayIn = openWayIn();
    await wayIn.receive(said);
    expect(wayIn.row('SELECT state FROM webhook_log')).toEqual({ state: 'failed' });
    expect(wayIn.rows('SELECT path FROM webhook_failure')).toEqual([{ path }]);
  });
});
