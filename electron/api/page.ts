import { z } from 'zod';
import { decodeCursor } from '../store/cursor.ts';
import type { Cursor } from '../store/cursor.ts';
import { badField } from './problem.ts';

/** The query of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows on a page'),
  cursor: z.string().optional().describe('`next_cursor` of the page before'),
});

export function pageOf<Row extends z.ZodType>(
  row: Row,
): z.ZodObject<{ data: z.ZodArray<Row>; next_cursor: z.ZodNullable<z.ZodString> }> {
  return z.object({ data: z.array(row), next_cursor: z.string().nullable() });
}

/** Null for the first page. */
export function cursorFrom(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (cursor === null) throw badField('cursor', 'is not a cursor that Frontdesk gave');
  return cursor;
}
