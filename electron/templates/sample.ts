import { createReadStream } from 'node:fs';
import { FrontdeskError } from '#shared/errors.ts';
import type { MediaId, TemplateDraftId } from '#shared/ids.ts';
import type { HeaderMedia } from '#shared/models/template-parts.ts';
import { uploadSample } from '../graph/resumable-upload.ts';
import { appIdOf } from '../store/accounts.ts';
import { findPresentFile } from '../store/own-files.ts';
import { askMeta } from './ask-meta.ts';
import type { TemplateDeps } from './ask-meta.ts';
import { requireDraft } from './find.ts';

interface Deps extends TemplateDeps {
  readonly files: { pathOf(sha256: string): string };
}

/** What Meta takes as a sample. Source: meta-platform §1.8. */
const TYPES: Readonly<Record<HeaderMedia, readonly string[]>> = {
  image: ['image/jpeg', 'image/png'],
  video: ['video/mp4'],
  gif: ['video/mp4'],
  document: ['application/pdf'],
};

/** Gives Meta a file as the sample of a draft's header, and answers its handle. Throws FrontdeskError. */
export async function giveSample(
  deps: Deps,
  draftId: TemplateDraftId,
  mediaId: MediaId,
): Promise<string> {
  const { store, graph, connect, files } = deps;
  const { accountId, content } = requireDraft(store, draftId);
  const file = findPresentFile(store, mediaId);
  if (file === undefined) {
    throw new FrontdeskError(
      'not_found',
      'The file is not on this computer any more. Choose it again.',
    );
  }
  const mimeType = file.mimeType?.split(';')[0]?.trim() ?? '';
  const { header } = content.parts;
  if (header?.kind !== 'media' || !TYPES[header.media].includes(mimeType)) {
    throw new FrontdeskError(
      'file_refused',
      'Meta takes a JPEG or PNG picture, an MP4 film or a PDF as the sample, as the header says. Choose another file.',
    );
  }
  const appId = appIdOf(store, accountId);
  if (appId === null) {
    throw new FrontdeskError(
      'conflict',
      'Meta wants the ID of your app for a sample file, and this number has none. Add it under Settings, Numbers.',
    );
  }
  const target = await connect(accountId);
  return await askMeta(() =>
    uploadSample(graph, target, appId, {
      name: file.name ?? 'sample',
      mimeType,
      bytes: file.bytes,
      open: () => createReadStream(files.pathOf(file.sha256)),
    }),
  );
}
