import { expect, it, onTestFinished } from 'vitest';
import { SHOP_TEMPLATES } from '#electron/practice/templates/shop-templates.ts';
import type { JsonObject } from '#shared/json.ts';
import { textAt } from '#shared/json-fields.ts';
import { callGraph, NUMBER, send, sendBody, startQuietPlatform } from '../support/practice.ts';

async function shop() {
  const platform = await startQuietPlatform({ templates: SHOP_TEMPLATES });
  onTestFinished(() => platform.stop());
  return platform;
}

const BODY = (...values: readonly string[]): JsonObject => ({
  type: 'body',
  parameters: values.map((text) => ({ type: 'text', text })),
});

it.each([
  ['a name that is not there', 'nothing_like_it', [], 132001],
  ['one that is not approved', 'confirm_account', [BODY('Ana')], 132001],
  ['one that is paused', 'mothers_day', [BODY('Friday', 'Ana')], 132015],
  ['too few values', 'order_ready', [BODY('Ana')], 132000],
  ['a line break in a value', 'order_ready', [BODY('Ana\nSouza', '#7')], 132018],
])('the practice platform refuses to send %s', async (_, name, components, code) => {
  const platform = await shop();
  const template = { name, language: { code: 'en_US' }, components };
  expect((await send(platform, sendBody('template', template))).body).toMatchObject({
    error: { code },
  });
});

it('the practice platform pauses and judges the templates it lists, and nothing beside them', async () => {
  const platform = await shop();
  const order = { name: 'order_ready', language: 'pt_BR' };
  const { conditions, templates } = platform;
  conditions.template(order, { kind: 'quality', score: 'RED' });
  conditions.template(order, { kind: 'paused' });
  const listed = () => templates.named(NUMBER.wabaId, order.name, order.language);
  expect(listed()).toMatchObject({ status: 'PAUSED', quality: 'RED' });
  const template = { name: order.name, language: { code: order.language } };
  const components = [BODY('Ana', '#7')];
  const body = sendBody('template', { ...template, components });
  expect((await send(platform, body)).body).toMatchObject({ error: { code: 132015 } });
  await callGraph(platform, 'POST', `${listed()?.id ?? ''}/unpause`);
  expect((await send(platform, body)).status).toBe(200);
});

it('the practice platform gives new templates ids that none of those it began with has', async () => {
  const first = await shop();
  const known = first.templates.named(NUMBER.wabaId, 'order_ready', 'en_US');
  if (known === undefined) throw new Error('The shop has no such template.');
  const seed = { ...known, components: [] };
  const again = await startQuietPlatform({ templates: [seed] });
  onTestFinished(() => again.stop());
  const made = await callGraph(again, 'POST', `${NUMBER.wabaId}/message_templates`, {
    name: 'pick_up',
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'See you at the shop.' }],
  });
  expect(textAt(made.body, 'id')).not.toBe(known.id);
});

it('the practice shop’s own templates break no rule', async () => {
  const platform = await startQuietPlatform({ templates: [] });
  onTestFinished(() => platform.stop());
  for (const { name, language, category, components, parameterFormat } of SHOP_TEMPLATES) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const made = await callGraph(platform, 'POST', `${NUMBER.wabaId}/message_templates`, {
      name,
      language,
      category,
      components,
      parameter_format: parameterFormat ?? 'POSITIONAL',
    });
    expect(made, name).toMatchObject({ status: 200 });
  }
});
