import { describe, expect, it } from 'vitest';
import { accessTokenName } from '#electron/store/accounts.ts';
import { writeLockedSecret } from '#electron/store/secrets.ts';
import { ingest } from '#electron/webhook/ingest.ts';
import { readUpdates } from '#electron/webhook/payload.ts';
import { staleTemplates, accountsToSync } from '#electron/store/template-sync.ts';
import { templateEvents } from '#electron/store/template-events.ts';
import { syncTemplates } from '#electron/templates/sync.ts';
import type { JsonObject } from '#shared/json.ts';
import { NUMBER } from '../support/practice.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

async function synced(): Promise<TemplateRig> {
  const rig = await templateRig();
  await syncTemplates(rig, rig.accountId);
  rig.clock.advance(60_000);
  return rig;
}

/** @param at milliseconds since 1970 */
function deliver(rig: TemplateRig, field: string, value: JsonObject, at: number): void {
  const named = {
    message_template_id: 594425479261596,
    message_template_name: 'order_ready',
    message_template_language: 'en-US',
    ...value,
  };
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: NUMBER.wabaId, time: Math.floor(at / 1000), changes: [{ field, value: named }] }],
  };
  rig.store.write((tx) => {
    for (const update of readUpdates(JSON.stringify(body))) {
      ingest(tx, update, { receivedAt: rig.clock(), now: rig.clock() });
    }
  });
}

describe('news about templates', () => {
  it('pause one, with what Meta says about it', async () => {
    const rig = await synced();
    const news = {
      event: 'PAUSED',
      reason: 'NONE',
      other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours.' },
    };
    deliver(rig, 'message_template_status_update', news, rig.clock());
    expect(rig.template('order_ready')).toMatchObject({
      status: 'PAUSED',
      remark: 'Paused for 3 hours.',
    });
    expect(rig.template('order_ready', 'pt_BR').status).toBe('APPROVED');
  });

  it('say why one was rejected and what to do', async () => {
    const rig = await synced();
    const news = {
      event: 'REJECTED',
      reason: 'SCAM',
      rejection_info: { reason: 'Asks for a password.', recommendation: 'Leave it out.' },
    };
    deliver(rig, 'message_template_status_update', news, rig.clock());
    expect(rig.template('order_ready')).toMatchObject({
      status: 'REJECTED',
      rejectedReason: 'SCAM',
      remark: 'Asks for a password. Leave it out.',
    });
  });

  it('that come again, or late, undo nothing', async () => {
    const rig = await synced();
    const at = rig.clock();
    deliver(rig, 'message_template_status_update', { event: 'PAUSED' }, at);
    deliver(rig, 'message_template_status_update', { event: 'APPROVED' }, at + 60_000);
    deliver(rig, 'message_template_status_update', { event: 'PAUSED' }, at);
    expect(rig.template('order_ready').status).toBe('APPROVED');
    expect(staleTemplates(rig.store)).toEqual([]);
    const { id } = rig.template('order_ready');
    expect(templateEvents(rig.store, id, 10)).toHaveLength(3);
  });

  it('that are older than what is known are asked of Meta again', async () => {
    const rig = await synced();
    deliver(rig, 'message_template_status_update', { event: 'PAUSED' }, rig.clock() - 3_600_000);
    expect(rig.template('order_ready').status).toBe('APPROVED');
    expect(staleTemplates(rig.store)).toHaveLength(1);
  });

  it('change the quality', async () => {
    const rig = await synced();
    const news = { previous_quality_score: 'GREEN', new_quality_score: 'RED' };
    deliver(rig, 'message_template_quality_update', news, rig.clock());
    expect(rig.template('order_ready').quality).toBe('RED');
  });

  it('announce another category a day ahead, and then change it', async () => {
    const rig = await synced();
    const at = Math.floor(rig.clock() / 1000) + 86_400;
    const announced = {
      new_category: 'UTILITY',
      correct_category: 'MARKETING',
      category_update_timestamp: at,
    };
    deliver(rig, 'template_category_update', announced, rig.clock());
    expect(rig.template('order_ready')).toMatchObject({
      category: 'UTILITY',
      correctCategory: 'MARKETING',
      categoryChangesAt: at * 1000,
    });
    const done = { previous_category: 'UTILITY', new_category: 'MARKETING' };
    deliver(rig, 'template_category_update', done, rig.clock());
    expect(rig.template('order_ready')).toMatchObject({
      category: 'MARKETING',
      correctCategory: null,
      categoryChangesAt: null,
    });
  });

  it('about other words have it fetched again', async () => {
    const rig = await synced();
    const news = { message_template_element: 'Other words' };
    deliver(rig, 'message_template_components_update', news, rig.clock());
    expect(staleTemplates(rig.store)).toEqual([
      {
        id: rig.template('order_ready').id,
        accountId: rig.accountId,
        metaTemplateId: expect.any(String) as unknown,
      },
    ]);
  });

  it('about one that was made elsewhere have the whole list fetched', async () => {
    const rig = await synced();
    const token = { scheme: 'key_file', locked: Buffer.from('locked') } as const;
    rig.store.write((tx) => writeLockedSecret(tx, accessTokenName(rig.accountId), token, 0));
    expect(accountsToSync(rig.store, rig.clock() - 3_600_000)).toEqual([]);
    const news = { event: 'APPROVED', message_template_name: 'made_elsewhere' };
    deliver(rig, 'message_template_status_update', news, rig.clock());
    expect(accountsToSync(rig.store, rig.clock() - 3_600_000)).toEqual([rig.accountId]);
  });
});
