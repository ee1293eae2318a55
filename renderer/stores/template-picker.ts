import { create } from 'zustand';
import type { AccountId, ChatId, TemplateId } from '#shared/ids.ts';
import type { Template, TemplateSummary } from '#shared/models/template.ts';
import type { SlotValues } from '#shared/templates/values.ts';
import { call } from './core.ts';
import { showSent } from './thread.ts';

interface Picking {
  /** The chat for which a template is being chosen. */
  readonly chatId: ChatId | undefined;
}

export const useTemplatePicker = create<Picking>()(() => ({ chatId: undefined }));

export function pickTemplate(chatId: ChatId): void {
  useTemplatePicker.setState({ chatId });
}

export function stopPicking(): void {
  useTemplatePicker.setState({ chatId: undefined });
}

const MOST = 200;

/** What can be sent now, the last used first. */
export async function findApproved(accountId: AccountId, text: string): Promise<TemplateSummary[]> {
  const page = await call('templates.page', {
    accountId,
    text,
    approvedOnly: true,
    cursor: null,
    limit: MOST,
  });
  if (!page.ok) return [];
  return page.data.templates.toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0));
}

export async function readTemplate(templateId: TemplateId): Promise<Template | undefined> {
  const result = await call('templates.detail', { templateId });
  return result.ok ? result.data.template : undefined;
}

/** Answers the sentence that says why it could not be sent, if it could not. */
export async function sendPicked(
  chatId: ChatId,
  templateId: TemplateId,
  values: SlotValues,
): Promise<string | undefined> {
  const result = await call('templates.send', { chatId, templateId, values });
  if (!result.ok) return result.error.message;
  stopPicking();
  await showSent(result.data);
  return undefined;
}
