import { Problem } from './problem.ts';

export interface FilePart {
  readonly name: string;
  /** The type that the part says it has; may be empty. */
  readonly declared: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const MAX_HEADER_BYTES = 16 * 1024;
const LINE_END = '\r\n';

/**
 * Gives the field `file` of a multipart form (RFC 7578) to `take`, piece by piece as it comes in.
 * Throws Problem `unsupported_media_type` or `bad_input`, or as `take` does.
 */
export async function takeFilePart<T>(
  contentType: string,
  body: AsyncIterable<Uint8Array>,
  take: (part: FilePart) => Promise<T>,
): Promise<T> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`${LINE_END}--${boundaryOf(contentType)}`);
  // The first boundary may stand at the very beginning, without a line before it.
  let rest = Buffer.from(LINE_END);

  async function more(): Promise<void> {
    const next = await source.next();
    if (next.done === true) throw malformed('it ends in the middle');
    rest = Buffer.concat([rest, next.value]);
  }

  /** What comes before the next boundary; afterwards `rest` begins behind it. */
  async function* untilBoundary(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = rest.indexOf(delimiter);
      if (at >= 0) {
        if (at > 0) yield rest.subarray(0, at);
        rest = rest.subarray(at + delimiter.length);
        return;
      }
      // Its beginning may be here and its end still on the way.
      const safe = Math.max(0, rest.length - delimiter.length);
      if (safe > 0) yield rest.subarray(0, safe);
      rest = rest.subarray(safe);
      await more();
    }
  }

  async function skip(): Promise<void> {
    const chunks = untilBoundary();
    let isOver = false;
    while (!isOver) isOver = (await chunks.next()).done === true;
  }

  /** Undefined behind the last part. */
  async function headers(): Promise<string | undefined> {
    while (rest.length < 2) await more();
    if (rest.toString('latin1', 0, 2) === '--') return undefined;
    let end = rest.indexOf(LINE_END + LINE_END);
    while (end < 0) {
      if (rest.length > MAX_HEADER_BYTES) throw malformed('a part has headers without an end');
      await more();
      end = rest.indexOf(LINE_END + LINE_END);
    }
    const text = rest.toString('utf8', 0, end);
    rest = rest.subarray(end + 4);
    return text;
  }

  await skip();
  for (let head = await headers(); head !== undefined; head = await headers()) {
    const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
    if (parameter(disposition, 'name') === 'file') {
      const declared = /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim() ?? '';
      const name = parameter(disposition, 'filename') ?? '';
      return await take({ name, declared, bytes: untilBoundary() });
    }
    await skip();
  }
  throw malformed('it has no field “file”');
}

function boundaryOf(contentType: string): string {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary !== undefined) return boundary;
  throw new Problem(
    'unsupported_media_type',
    'Send the file as Content-Type: multipart/form-data, in the field “file”.',
  );
}

function parameter(disposition: string, key: string): string | undefined {
  const found = new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(`;${disposition}`);
  return found?.[1]?.replaceAll('%22', '"');
}

function malformed(why: string): Problem {
  return new Problem('bad_input', `The form can’t be read: ${why}.`, {
    // What is still on its way is not read, so the connection can't carry another request.
    headers: { connection: 'close' },
  });
}
