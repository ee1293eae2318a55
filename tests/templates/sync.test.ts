import { describe, expect, it } from 'vitest';
import { SHOP_TEMPLATES } from '#electron/practice/templates/shop-templates.ts';
import type { SeedTemplate } from '#electron/practice/templates/template.ts';
import { pageTemplates } from '#electron/store/templates.ts';
import { templateEvents } from '#electron/store/template-events.ts';
import { syncTemplates } from '#electron/templates/sync.ts';
import { callGraph, NUMBER } from '../support/practice.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

function names({ store, accountId }: TemplateRig): string[] {
  const question = { accountId, text: '', approvedOnly: false, after: null, limit: 1000 };
  return pageTemplates(store, question).map(({ name, language }) => `${name} ${language}`);
}

function many(count: number): SeedTemplate[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `notice_${String(index).padStart(4, '0')}`,
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [{ type: 'BODY', text: `Notice number ${index} of the shop.` }],
  }));
}

describe('a sync of templates', () => {
  it('takes every page, with all components', async () => {
    const rig = await templateRig({ templates: [...SHOP_TEMPLATES, ...many(230)] });
    const report = await syncTemplates(rig, rig.accountId);
    expect(report).toEqual({ total: SHOP_TEMPLATES.length + 230, gone: 0 });
    expect(names(rig)).toHaveLength(SHOP_TEMPLATES.length + 230);
    const { parts, quality, parameterFormat } = rig.template('order_ready');
    expect(parts.header).toMatchObject({ kind: 'text', text: 'Your order is ready' });
    expect(parts.body.examples).toEqual({ name: 'Mariana', order: '#1042' });
    expect(parts.footer).toEqual({ kind: 'text', text: 'Casa Verde Flores' });
    expect(parts.buttons.map(({ type }) => type)).toEqual(['QUICK_REPLY', 'QUICK_REPLY']);
    expect([quality, parameterFormat]).toEqual(['GREEN', 'NAMED']);
  });

  it('keeps why one was rejected', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    expect(rig.template('confirm_account')).toMatchObject({
      status: 'REJECTED',
      rejectedReason: 'TAG_CONTENT_MISMATCH',
    });
  });

  it('marks as deleted what Meta does not list any more, and lists it no longer', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    await callGraph(rig.platform, 'DELETE', `${NUMBER.wabaId}/message_templates?name=we_miss_you`);
    rig.clock.advance(60_000);
    expect(await syncTemplates(rig, rig.accountId)).toMatchObject({ gone: 1 });
    expect(names(rig)).not.toContain('we_miss_you en_US');
    expect(rig.template('we_miss_you').status).toBe('DELETED');
  });

  it('takes nothing away when the list breaks off in the middle', async () => {
    const rig = await templateRig({ templates: many(150) });
    await syncTemplates(rig, rig.accountId);
    rig.clock.advance(60_000);
    const { platform } = rig;
    const broken = {
      ...rig,
      graph: { ...rig.graph, get: breakSecond((...question) => rig.graph.get(...question)) },
    };
    await expect(syncTemplates(broken, rig.accountId)).rejects.toMatchObject({
      code: 'graph_refused',
    });
    expect(names(rig)).toHaveLength(150);
    expect(platform.templates.named(NUMBER.wabaId, 'notice_0149', 'en_US')).toBeDefined();

    function breakSecond(get: TemplateRig['graph']['get']): TemplateRig['graph']['get'] {
      let calls = 0;
      return (...question) => {
        calls += 1;
        if (calls === 2) platform.faults.next({ kind: 'error', code: 2 }, { target: 'read' });
        return get(...question);
      };
    }
  });

  it('writes down what changed, and nothing when nothing did', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const { id } = rig.template('order_ready');
    rig.clock.advance(60_000);
    await syncTemplates(rig, rig.accountId);
    expect(templateEvents(rig.store, id, 10)).toHaveLength(1);
    rig.platform.templates.tell(NUMBER, 'order_ready', 'message_template_quality_update', {
      new_quality_score: 'RED',
    });
    rig.clock.advance(60_000);
    await syncTemplates(rig, rig.accountId);
    expect(templateEvents(rig.store, id, 10)[0]).toMatchObject({
      kind: 'quality',
      before: 'GREEN',
      after: 'RED',
    });
  });
});
