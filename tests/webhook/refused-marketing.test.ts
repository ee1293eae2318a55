import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/json.ts';
import { openWayIn } from '../support/way-in.ts';
import {
  ANA,
  delivery,
  MONDAY,
  messagesChange,
  message,
  status,
  statusesChange,
  SHOP,
  numberChange,
} from '../support/webhooks.ts';

const WAMID = 'wamid.OFFER';

function echo(): JsonObject {
  const text = { type: 'text', text: { body: 'Spring sale' } };
  return numberChange('smb_message_echoes', {
    message_echoes: [
      {
        id: WAMID,
        from: SHOP.displayPhoneNumber,
        to: ANA.waId ?? '',
        timestamp: String(MONDAY),
        ...text,
      },
    ],
  });
}

function failed(code: number): JsonObject {
  const errors = [{ code, title: 'Marketing messages stopped by the user' }];
  return statusesChange([status(WAMID, 'failed', { errors })]);
}

describe('a message that failed because its recipient wants no marketing', () => {
  it('takes the person out of marketing, with Meta’s word as the evidence', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(delivery(echo()), delivery(failed(131050)), delivery(failed(131050)));
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 1 });
    expect(wayIn.rows('SELECT kind, source, at, evidence FROM consent_event')).toEqual([
      {
        kind: 'opt_out',
        source: 'refused_by_whatsapp',
        at: MONDAY * 1000,
        evidence: JSON.stringify({
          message_id: 1,
          code: 131050,
          title: 'Marketing messages stopped by the user',
        }),
      },
    ]);
  });

  it('does so too when the status comes before the message', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(delivery(failed(131050)), delivery(echo()));
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 1 });
  });

  it('gives way to a later word of the person', async () => {
    const wayIn = openWayIn();
    const resumed = numberChange('user_preferences', {
      user_preferences: [
        {
          wa_id: ANA.waId ?? '',
          category: 'marketing_messages',
          value: 'resume',
          timestamp: MONDAY + 5,
        },
      ],
    });
    await wayIn.receive(
      delivery(messagesChange([ANA], [message(ANA)])),
      delivery(echo()),
      delivery(resumed),
      delivery(failed(131050)),
    );
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 0 });
  });

  it('leaves the person alone when it failed for any other reason', async () => {
    const wayIn = openWayIn();
    await wayIn.receive(delivery(echo()), delivery(failed(131049)));
    expect(wayIn.row('SELECT opted_out FROM contact')).toEqual({ opted_out: 0 });
  });
});
