import type { Result } from '#shared/errors.ts';
import type { TemplateDraftId } from '#shared/ids.ts';
import type { TemplateContent } from '#shared/models/template.ts';
import { writeParts } from '#shared/templates/write-parts.ts';
import { call } from './core.ts';
import { keepFile } from './file-transfer.ts';

/** Answers the sentence that says why it could not be saved, if it could not. */
export async function saveTemplateDraft(
  draftId: TemplateDraftId,
  { parts, ...around }: TemplateContent,
): Promise<string | undefined> {
  const components = writeParts(parts, around.parameterFormat);
  const content = { ...around, components };
  const result = await call('templates.saveDraft', { draftId, content });
  return result.ok ? undefined : result.error.message;
}

/** Gives Meta a sample of a header; answers its handle. @param onProgress from 0 to 1 */
export async function giveSample(
  draftId: TemplateDraftId,
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<string>> {
  const kept = await keepFile(file, onProgress);
  if (!kept.ok) return kept;
  return await call('templates.uploadSample', { draftId, mediaId: kept.data });
}
