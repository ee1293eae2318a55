import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMetaTemplate } from '#electron/store/template-facts.ts';
import { listAt, textAt } from '#shared/json-fields.ts';
import { readMetaTemplate } from '#shared/templates/read-meta.ts';
import { NOW, serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeEach(async () => {
  api = await serveApi();
});

afterEach(() => api.close());

function add(name: string): void {
  const components = [{ type: 'BODY', text: 'Your order is ready.' }];
  const told = readMetaTemplate({
    id: `7${name.length}`,
    name,
    language: 'en_US',
    status: 'APPROVED',
    category: 'UTILITY',
    components,
    quality_score: { score: 'GREEN' },
  });
  if (told === undefined) throw new Error('This is no template.');
  api.store.write((tx) => applyMetaTemplate(tx, api.accountId, told, NOW));
}

describe('templates over the API', () => {
  it('are listed page by page, with Meta’s own components', async () => {
    add('order_ready');
    add('order_late');
    const first = await api.call('GET', '/templates?limit=1');
    expect(listAt(first.body, 'data')).toEqual([
      {
        id: 1,
        account_id: api.accountId,
        name: 'order_ready',
        language: 'en_US',
        category: 'UTILITY',
        status: 'APPROVED',
        quality: 'GREEN',
        parameter_format: 'POSITIONAL',
        rejected_reason: null,
        meta_template_id: '711',
        components: [{ type: 'BODY', text: 'Your order is ready.' }],
        synced_at: new Date(NOW).toISOString(),
      },
    ]);
    const cursor = textAt(first.body, 'next_cursor') ?? '';
    const second = await api.call('GET', `/templates?limit=1&cursor=${cursor}`);
    expect(listAt(second.body, 'data')).toMatchObject([{ name: 'order_late' }]);
    expect(await api.call('GET', '/templates?account_id=99')).toMatchObject({
      body: { data: [], next_cursor: null },
    });
  });
});
