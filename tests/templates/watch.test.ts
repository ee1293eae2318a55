import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { accessTokenName } from '#electron/store/accounts.ts';
import { writeLockedSecret } from '#electron/store/secrets.ts';
import { markStale } from '#electron/store/template-facts.ts';
import { askForSync, lastSyncAt, staleTemplates } from '#electron/store/template-sync.ts';
import { pageTemplates } from '#electron/store/templates.ts';
import { startTemplateWatch } from '#electron/templates/template-watch.ts';
import { NUMBER } from '../support/practice.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

async function watched(): Promise<TemplateRig> {
  const rig = await templateRig();
  const token = { scheme: 'key_file', locked: Buffer.from('locked') } as const;
  rig.store.write((tx) => writeLockedSecret(tx, accessTokenName(rig.accountId), token, 0));
  const watch = startTemplateWatch({
    ...rig,
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  onTestFinished(() => watch.stop());
  await vi.waitFor(() => expect(lastSyncAt(rig.store, rig.accountId)).not.toBeNull());
  return rig;
}

function count({ store, accountId }: TemplateRig): number {
  const question = { accountId, text: '', approvedOnly: false, after: null, limit: 200 };
  return pageTemplates(store, question).length;
}

describe('the watch over templates', () => {
  it('fetches them when Frontdesk starts', async () => {
    const rig = await watched();
    expect(count(rig)).toBeGreaterThan(5);
  });

  it('fetches one again of which Meta said that it is another now', async () => {
    const rig = await watched();
    const { id } = rig.template('order_ready');
    rig.clock.advance(1000);
    rig.platform.templates.tell(NUMBER, 'order_ready', 'message_template_status_update', {
      event: 'PAUSED',
    });
    rig.store.write((tx) => markStale(tx, id));
    await vi.waitFor(() => expect(rig.template('order_ready').status).toBe('PAUSED'));
    expect(staleTemplates(rig.store)).toEqual([]);
  });

  it('fetches the list when one turns up that is not known', async () => {
    const rig = await watched();
    const before = lastSyncAt(rig.store, rig.accountId) ?? 0;
    rig.clock.advance(60_000);
    rig.store.write((tx) => askForSync(tx, NUMBER.wabaId));
    await vi.waitFor(() =>
      expect(lastSyncAt(rig.store, rig.accountId) ?? 0).toBeGreaterThan(before),
    );
  });
});
