import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { MediaId } from '#shared/ids.ts';
import { encodeCursor } from '../../store/cursor.ts';
import { uploadsOf } from '../../store/media-uploads.ts';
import { findOwnFile, listOwnFiles } from '../../store/own-files.ts';
import type { OwnFile } from '../../store/own-files.ts';
import type { Reader } from '../../store/store.ts';
import type { FileLibrary } from '../file-library.ts';
import { takeFilePart } from '../multipart-file.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { checked, fileBytes, fileForm, noBody, noQuery, route } from '../route.ts';
import type { Route, StreamRoute } from '../route.ts';
import { missing, rowId } from '../row-id.ts';
import { time, timeSchema } from '../wire/time.ts';

interface Dependencies {
  readonly store: Reader;
  readonly library: FileLibrary;
}

const fileSchema = z
  .object({
    id: z.int(),
    filename: z.string(),
    mime_type: z.string().describe('What it is by its content, whatever its name says'),
    bytes: z.int(),
    sha256: z.string(),
    added_at: timeSchema,
    uploads: z
      .array(z.object({ account_id: z.int(), expires_at: timeSchema }))
      .describe('Numbers for which WhatsApp has the file already'),
  })
  .meta({ id: 'File' });

/** The media library: files that can be sent by their id. */
export function mediaRoutes({ store, library }: Dependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/media',
      scope: 'read',
      summary: 'The files of the media library, newest first',
      query: pageQuery,
      body: noBody,
      status: 200,
      answer: pageOf(fileSchema),
      takesIdempotencyKey: false,
      handle({ query: { cursor, limit } }) {
        const found = listOwnFiles(store, cursorFrom(cursor)?.id ?? null, limit + 1);
        const files = found.slice(0, limit);
        const last = files.at(-1);
        const hasMore = found.length > limit && last !== undefined;
        return {
          data: files.map((file) => onWire(store, file)),
          next_cursor: hasMore ? encodeCursor({ at: last.addedAt, id: last.id }) : null,
        };
      },
    }),
    uploadRoute(store, library),
    contentRoute(library),
  ];
}

function uploadRoute(store: Reader, library: FileLibrary): StreamRoute {
  return {
    kind: 'stream',
    method: 'POST',
    path: '/media',
    scope: 'send',
    summary: 'Keeps a file to be sent; the same file under the same name has one id for ever',
    query: noQuery,
    body: fileForm,
    status: 200,
    answer: fileSchema,
    takesIdempotencyKey: false,
    async stream({ query, contentType, bytes }) {
      checked(noQuery, query);
      const id = await takeFilePart(contentType, bytes, (part) => library.add(part.bytes, part));
      const file = findOwnFile(store, id);
      if (file === undefined) throw missing('file', id);
      return { status: 200, json: JSON.stringify(onWire(store, file)) };
    },
  };
}

function contentRoute(library: FileLibrary): StreamRoute {
  return {
    kind: 'stream',
    method: 'GET',
    path: '/media/{id}/content',
    scope: 'read',
    summary: 'The bytes of a file, of the library or of a message; also in parts (Range)',
    query: noQuery,
    body: noBody,
    status: 200,
    answer: fileBytes,
    takesIdempotencyKey: false,
    async stream({ params, query, range }) {
      checked(noQuery, query);
      const id = asId<MediaId>(rowId(params, 'file'));
      const answer = await library.read(id, range);
      if (answer.status === 404) throw missing('file', id);
      return answer;
    },
  };
}

function onWire(db: Reader, file: OwnFile): z.output<typeof fileSchema> {
  return {
    id: file.id,
    filename: file.name,
    mime_type: file.mimeType,
    bytes: file.bytes,
    sha256: file.sha256,
    added_at: time(file.addedAt),
    uploads: uploadsOf(db, file.id).map(({ accountId, expiresAt }) => ({
      account_id: accountId,
      expires_at: time(expiresAt),
    })),
  };
}
