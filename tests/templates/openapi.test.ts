import { describe, expect, it } from 'vitest';
import { beginTemplate, saveDraft } from '#electron/templates/drafts.ts';
import { handIn } from '#electron/templates/hand-in.ts';
import type { Json, JsonObject } from '#shared/json.ts';
import { aBody, aTemplate } from '../shared/templates/builders.ts';
import { loadMetaOpenApi } from '../support/meta-openapi.ts';
import { callGraph, NUMBER } from '../support/practice.ts';
import { templateRig } from '../support/templates.ts';

const meta = loadMetaOpenApi();

if (meta === undefined) {
  console.warn(
    'Meta’s OpenAPI file is not at ../shared/meta-openapi, so templates are not checked against it.',
  );
}

const LIST = '/{Version}/{WABA-ID}/message_templates';
const ONE = '/{Version}/{TEMPLATE_ID}';

describe.skipIf(meta === undefined)('Meta’s own description of templates', () => {
  it('fits the practice platform’s list, single template, answers to making and deleting', async () => {
    const { platform } = await templateRig();
    const list = await callGraph(platform, 'GET', `${NUMBER.wabaId}/message_templates?limit=3`);
    expect(meta?.answer(LIST, 'get')(list.body)).toEqual([]);
    const id = platform.templates.named(NUMBER.wabaId, 'order_ready', 'en_US')?.id ?? '';
    const single = await callGraph(platform, 'GET', id);
    expect(meta?.answer(ONE, 'get')(single.body)).toEqual([]);
    const made = await callGraph(platform, 'POST', `${NUMBER.wabaId}/message_templates`, {
      name: 'pick_up',
      language: 'en_US',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'See you at the shop.' }],
    });
    expect(meta?.answer(LIST, 'post')(made.body)).toEqual([]);
    const gone = await callGraph(
      platform,
      'DELETE',
      `${NUMBER.wabaId}/message_templates?name=pick_up`,
    );
    expect(meta?.answer(LIST, 'delete')(gone.body)).toEqual([]);
  });

  it('fits what Frontdesk hands in, and would notice a strange type', async () => {
    const rig = await templateRig({ speed: 1 });
    const bodies: JsonObject[] = [];
    const graph = {
      ...rig.graph,
      post: (...request: Parameters<typeof rig.graph.post>) => {
        bodies.push(request[2]);
        return rig.graph.post(...request);
      },
    };
    const draft = beginTemplate(rig, rig.accountId);
    saveDraft(
      rig,
      draft.id,
      aTemplate(
        {
          header: { kind: 'text', text: 'Your order', examples: {} },
          body: aBody('Hi {{1}}, your order {{2}} is ready.', { 1: 'Ana', 2: '#7' }),
          footer: { kind: 'text', text: 'Casa Verde' },
          buttons: [
            { type: 'QUICK_REPLY', text: 'Thanks' },
            { type: 'QUICK_REPLY', text: 'Tomorrow' },
          ],
        },
        { name: 'pick_up' },
      ),
    );
    await handIn({ ...rig, graph }, draft.id);
    const check = meta?.request(LIST, 'post');
    expect(bodies).toHaveLength(1);
    const [body = {}] = bodies;
    expect(check?.(body)).toEqual([]);
    const strange: Json = { ...body, components: 'none' };
    expect(check?.(strange)).not.toEqual([]);
  });
});
