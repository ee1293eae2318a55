import { FrontdeskError } from '#shared/errors.ts';
import { readXlsx } from './xlsx-library.ts';
import type { Workbook } from './xlsx-library.ts';
import { unpackedSize } from './zip-size.ts';

/** A workbook of 100,000 rows has some 60 MB; a bomb has gigabytes. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

/** All sheets of a workbook. Throws FrontdeskError `bad_input` in words. */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const size = unpackedSize(bytes);
  if (size === undefined) throw unreadable();
  if (size > MAX_UNPACKED_BYTES) {
    throw new FrontdeskError(
      'bad_input',
      `This workbook would unpack to ${Math.round(size / 1024 / 1024)} MB, which no list of contacts does. Save only the sheet with the contacts, best as CSV.`,
    );
  }
  try {
    return await readXlsx(bytes);
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(cause?: unknown): FrontdeskError {
  return new FrontdeskError(
    'bad_input',
    'This workbook can’t be read: it is damaged or protected with a password. Open it in your spreadsheet program and save it again as XLSX or CSV.',
    { cause },
  );
}
