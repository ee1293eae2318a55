/**
 * Spreadsheets run a cell that begins with one of these as a formula, whoever wrote it. An
 * apostrophe in front makes it text; one that stood there already is kept apart by one more.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The opposite of `guarded`. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
