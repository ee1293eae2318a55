/**
 * Where a page ended: the sort key of its last row. Given to clients as opaque text, so it comes
 * back as text from outside and is checked like any other input.
 */
export interface Cursor {
  readonly at: number;
  readonly id: number;
}

export function encodeCursor({ at, id }: Cursor): string {
  return `${at}_${id}`;
}

/** Null when the text is no cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = /^(\d{1,15})_(\d{1,15})$/.exec(text);
  return match === null ? null : { at: Number(match[1]), id: Number(match[2]) };
}
