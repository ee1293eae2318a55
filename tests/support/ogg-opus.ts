/** What the pages of an OGG file with one stream of Opus say. Sources: RFC 3533, RFC 7845. */
export interface OggOpusFacts {
  readonly pages: number;
  readonly channels: number;
  readonly durationS: number;
}

const HEADER_BYTES = 27;
const FIRST_PAGE = 0x02;
const LAST_PAGE = 0x04;
/** Opus counts its time in this rate, whatever was recorded. */
const RATE = 48_000;

/** Reads every page; throws where the file is not what it should be. */
export function readOggOpus(file: Buffer): OggOpusFacts {
  const pages = [...readPages(file)];
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) throw new Error('The file has no page.');
  if (first.flags !== FIRST_PAGE) throw new Error('The stream does not begin with its first page.');
  if ((last.flags & LAST_PAGE) === 0) throw new Error('The stream is cut off.');
  const head = first.content;
  if (head.toString('latin1', 0, 8) !== 'OpusHead') throw new Error('The stream is not Opus.');
  const preSkip = head.readUInt16LE(10);
  return {
    pages: pages.length,
    channels: head.readUInt8(9),
    durationS: (Number(last.position) - preSkip) / RATE,
  };
}

interface Page {
  readonly flags: number;
  readonly position: bigint;
  readonly content: Buffer;
}

function* readPages(file: Buffer): Generator<Page> {
  for (let at = 0; at < file.length;) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') throw new Error(`No page at ${at}.`);
    const table = file.subarray(at + HEADER_BYTES, at + HEADER_BYTES + file.readUInt8(at + 26));
    const start = at + HEADER_BYTES + table.length;
    const end = start + table.reduce((sum, length) => sum + length, 0);
    if (end > file.length) throw new Error('The last page is cut off.');
    yield {
      flags: file.readUInt8(at + 5),
      position: file.readBigUInt64LE(at + 6),
      content: file.subarray(start, end),
    };
    at = end;
  }
}
