import { describe, expect, it } from 'vitest';
import { recordConsent } from '#electron/store/consent.ts';
import type { ContactId } from '#shared/ids.ts';
import { addAccount, addChat } from '../../support/store.ts';
import { Rig } from './rig.ts';

const ANA = '+5511988887777';

function optedOutAndBlocked(rig: Rig): ContactId {
  const { contactId } = addChat(rig.store, addAccount(rig.store), { name: 'Ana', phone: ANA });
  rig.store.write((tx) => {
    recordConsent(
      tx,
      { contact_id: contactId, kind: 'opt_out', source: 'stop_word', evidence: '{}', at: 5 },
      5,
    );
    tx.run('UPDATE contact SET is_blocked = 1 WHERE id = ?', contactId);
  });
  return contactId;
}

function consent(rig: Rig): unknown {
  return {
    contacts: rig.store.prepare('SELECT opted_out, is_blocked FROM contact').all(),
    ledger: rig.store.prepare('SELECT kind, source FROM consent_event').all(),
  };
}

describe('an import can only tighten consent', () => {
  it.each([
    'no',
    'No',
    '0',
    'false',
    'nein',
    'não',
    'нет',
    'opted in',
    'opt_in',
    'subscribed',
    '-',
    '',
  ])('opted_out = “%s” opts nobody in and unblocks nobody', async (word) => {
    using rig = new Rig();
    optedOutAndBlocked(rig);
    const before = consent(rig);
    await rig.importText(`phone,name,opted_out\n${ANA},Ana Maria,${word}\n`);
    expect(rig.people()).toEqual([`${ANA} · Ana Maria · opted out`]);
    expect(consent(rig)).toEqual(before);
  });

  it('whatever other columns are called', async () => {
    using rig = new Rig();
    optedOutAndBlocked(rig);
    const before = consent(rig);
    await rig.importText(
      `phone,is_blocked,blocked,opt_in,opted_in,consent,subscribed,unblock,kind,source\n${ANA},0,no,yes,yes,yes,yes,yes,opt_in,owner\n`,
    );
    expect(consent(rig)).toEqual(before);
  });

  it('opts out through the ledger, with the file and the row as evidence, once', async () => {
    using rig = new Rig();
    const text = `phone,name,opted_out\n${ANA},Ana,no\n+5511988887778,Bia,Sim\n`;
    const { importId } = await rig.importText(text);
    await rig.importText(text);
    const events = rig.store
      .prepare<{ kind: string; source: string; evidence: string }>(
        'SELECT kind, source, evidence FROM consent_event',
      )
      .all();
    expect(
      events.map((event) => ({ ...event, evidence: JSON.parse(event.evidence) as unknown })),
    ).toEqual([
      {
        kind: 'opt_out',
        source: 'import',
        evidence: { import_id: importId, file: 'people.csv', row: 3, value: 'Sim' },
      },
    ]);
    expect(rig.people()).toEqual([`${ANA} · Ana`, '+5511988887778 · Bia · opted out']);
  });

  it('opts out somebody who had opted in before, and leaves their other word in the ledger', async () => {
    using rig = new Rig();
    const { contactId } = addChat(rig.store, addAccount(rig.store), { name: 'Ana', phone: ANA });
    rig.store.write((tx) =>
      recordConsent(
        tx,
        { contact_id: contactId, kind: 'opt_in', source: 'owner', evidence: '{}', at: 5 },
        5,
      ),
    );
    await rig.importText(`phone,opted_out\n${ANA},x\n`);
    expect(consent(rig)).toEqual({
      contacts: [{ opted_out: 1, is_blocked: 0 }],
      ledger: [
        { kind: 'opt_in', source: 'owner' },
        { kind: 'opt_out', source: 'import' },
      ],
    });
  });

  it('hears a “yes” in the second row of somebody whose first row counts', async () => {
    using rig = new Rig();
    await rig.importText(`phone,name,opted_out\n${ANA},Ana,no\n+551188887777,Ana,yes\n`);
    expect(rig.people()).toEqual([`${ANA} · Ana · opted out`]);
  });
});
