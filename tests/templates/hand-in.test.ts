import { describe, expect, it } from 'vitest';
import { findDraft } from '#electron/store/template-drafts.ts';
import { lastSyncAt } from '#electron/store/template-sync.ts';
import { beginTemplate, draftFrom, duplicateInto, saveDraft } from '#electron/templates/drafts.ts';
import { handIn } from '#electron/templates/hand-in.ts';
import { removeTemplate, unpause } from '#electron/templates/remove.ts';
import { refreshTemplate, syncTemplates } from '#electron/templates/sync.ts';
import type { TemplateContent } from '#shared/models/template.ts';
import { aBody, aTemplate } from '../shared/templates/builders.ts';
import { callGraph, NUMBER } from '../support/practice.ts';
import { templateRig } from '../support/templates.ts';
import type { TemplateRig } from '../support/templates.ts';

const DAY_MS = 24 * 3_600_000;

function reminder(words: string): TemplateContent {
  return aTemplate({ body: aBody(words) }, { name: 'reminder' });
}

async function handedIn(rig: TemplateRig, content: TemplateContent) {
  const draft = beginTemplate(rig, rig.accountId);
  saveDraft(rig, draft.id, content);
  return { draftId: draft.id, templateId: await handIn(rig, draft.id) };
}

/** After the review has had its time. */
async function reviewed(rig: TemplateRig): Promise<void> {
  await rig.platform.idle();
  rig.clock.advance(60_000);
  await syncTemplates(rig, rig.accountId);
}

describe('handing a template in', () => {
  it('makes it at Meta, where it waits for the review, and ends the draft', async () => {
    const rig = await templateRig({ speed: 1 });
    const { draftId } = await handedIn(rig, reminder('See you tomorrow at the shop.'));
    expect(rig.template('reminder')).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    expect(findDraft(rig.store, draftId)).toBeUndefined();
    const list = await callGraph(
      rig.platform,
      'GET',
      `${NUMBER.wabaId}/message_templates?name=reminder`,
    );
    expect(list.body['data']).toMatchObject([
      { name: 'reminder', components: [{ type: 'BODY', text: 'See you tomorrow at the shop.' }] },
    ]);
  });

  it('ends in an approval', async () => {
    const rig = await templateRig();
    await handedIn(rig, reminder('See you tomorrow at the shop.'));
    await reviewed(rig);
    expect(rig.template('reminder').status).toBe('APPROVED');
  });

  it('ends in a rejection with its reason where the words are against the rules', async () => {
    const rig = await templateRig();
    await handedIn(rig, reminder('Please tell us your password today.'));
    await reviewed(rig);
    expect(rig.template('reminder')).toMatchObject({ status: 'REJECTED', rejectedReason: 'SCAM' });
  });

  it('takes over the category that Meta chooses', async () => {
    const rig = await templateRig({ speed: 1 });
    await handedIn(rig, reminder('Our big sale begins tomorrow.'));
    expect(rig.template('reminder').category).toBe('MARKETING');
  });

  it('keeps the draft, and asks Meta nothing, while a rule is broken', async () => {
    const rig = await templateRig();
    const draft = beginTemplate(rig, rig.accountId);
    saveDraft(rig, draft.id, reminder('{{1}} is at the beginning.'));
    await expect(handIn(rig, draft.id)).rejects.toMatchObject({ code: 'bad_input' });
    expect(findDraft(rig.store, draft.id)).toBeDefined();
    expect(rig.platform.templates.named(NUMBER.wabaId, 'reminder', 'en_US')).toBeUndefined();
  });

  it('keeps the draft when Meta refuses, and says why in words', async () => {
    const rig = await templateRig();
    rig.platform.faults.next(
      { kind: 'error', code: 100, subcode: 2388019 },
      { target: 'template' },
    );
    const draft = beginTemplate(rig, rig.accountId);
    saveDraft(rig, draft.id, reminder('See you tomorrow at the shop.'));
    await expect(handIn(rig, draft.id)).rejects.toMatchObject({
      code: 'graph_refused',
      message: expect.stringContaining('as many templates as it may have') as unknown,
    });
    expect(findDraft(rig.store, draft.id)).toBeDefined();
  });
});

describe('an answer of Meta’s that gets lost', () => {
  it('leaves the draft, and has the list fetched, in which the template may be', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    rig.platform.faults.next({ kind: 'drop_after_accepting' }, { target: 'template' });
    const draft = beginTemplate(rig, rig.accountId);
    saveDraft(rig, draft.id, reminder('See you tomorrow at the shop.'));
    await expect(handIn(rig, draft.id)).rejects.toMatchObject({ code: 'graph_unreachable' });
    expect(findDraft(rig.store, draft.id)).toBeDefined();
    expect(lastSyncAt(rig.store, rig.accountId)).toBeNull();
    await syncTemplates(rig, rig.accountId);
    expect(rig.template('reminder').name).toBe('reminder');
  });
});

describe('changing a template', () => {
  it('leaves Meta’s copy alone until it is handed in', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const { id, parts } = rig.template('delivery_reminder', 'pt_BR');
    const draft = draftFrom(rig, id);
    const words = aBody('A entrega é {{1}}. Pode ser?', { 1: 'amanhã' });
    const changed = { ...draft.content, parts: { ...draft.content.parts, body: words } };
    saveDraft(rig, draft.id, changed);
    expect(rig.template('delivery_reminder', 'pt_BR').parts).toEqual(parts);
    expect(draftFrom(rig, id).content.parts.body.text).toBe('A entrega é {{1}}. Pode ser?');
    await handIn(rig, draft.id);
    const { status, parts: after } = rig.template('delivery_reminder', 'pt_BR');
    expect([status, after.body.text]).toEqual(['PENDING', 'A entrega é {{1}}. Pode ser?']);
  });

  it('is possible once a day where it is approved', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const { id } = rig.template('order_ready');
    await handIn(rig, draftFrom(rig, id).id);
    await reviewed(rig);
    await expect(handIn(rig, draftFrom(rig, id).id), 'without asking Meta').rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('24 hours') as unknown,
    });
    rig.clock.advance(DAY_MS);
    await expect(handIn(rig, draftFrom(rig, id).id)).resolves.toBe(id);
  });

  it('keeps the category of an approved template', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const draft = draftFrom(rig, rig.template('order_ready').id);
    saveDraft(rig, draft.id, { ...draft.content, category: 'MARKETING' });
    await expect(handIn(rig, draft.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('category') as unknown,
    });
  });

  it('may change everything about a rejected one', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const draft = draftFrom(rig, rig.template('confirm_account').id);
    saveDraft(rig, draft.id, { ...draft.content, category: 'MARKETING' });
    await handIn(rig, draft.id);
    expect(rig.template('confirm_account')).toMatchObject({
      status: 'PENDING',
      category: 'MARKETING',
    });
  });
});

describe('a template in another language', () => {
  it('begins with the same words, as a draft', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const draft = duplicateInto(rig, rig.template('order_ready').id, 'de');
    expect(draft.content).toMatchObject({ name: 'order_ready', language: 'de' });
    expect(draft.content.parts.body.text).toBe(rig.template('order_ready').parts.body.text);
  });

  it('is refused where that language is there', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const { id } = rig.template('order_ready');
    expect(() => duplicateInto(rig, id, 'pt_BR')).toThrow(/in this language already/);
  });
});

describe('deleting and unpausing', () => {
  it('deletes one language only', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    await removeTemplate(rig, rig.template('order_ready', 'pt_BR').id);
    expect(rig.template('order_ready', 'pt_BR').status).toBe('DELETED');
    expect(rig.platform.templates.named(NUMBER.wabaId, 'order_ready', 'pt_BR')).toBeUndefined();
    expect(rig.platform.templates.named(NUMBER.wabaId, 'order_ready', 'en_US')).toBeDefined();
  });

  it('keeps a name from being used again for thirty days', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    await removeTemplate(rig, rig.template('we_miss_you').id);
    const draft = beginTemplate(rig, rig.accountId);
    saveDraft(rig, draft.id, { ...reminder('See you tomorrow at the shop.'), name: 'we_miss_you' });
    await expect(handIn(rig, draft.id)).rejects.toThrow(/name is taken/);
  });

  it('ends a pause', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    rig.clock.advance(1000);
    await unpause(rig, rig.template('mothers_day').id);
    expect(rig.template('mothers_day').status).toBe('APPROVED');
  });

  it('fetches one template alone', async () => {
    const rig = await templateRig();
    await syncTemplates(rig, rig.accountId);
    const { id, metaTemplateId } = rig.template('order_ready');
    rig.clock.advance(1000);
    rig.platform.templates.tell(NUMBER, 'order_ready', 'message_template_status_update', {
      event: 'PAUSED',
    });
    const { accountId } = rig;
    expect(await refreshTemplate(rig, { accountId, metaTemplateId: metaTemplateId ?? '' })).toBe(
      id,
    );
    expect(rig.template('order_ready').status).toBe('PAUSED');
  });
});
