import { Problem } from './problem.ts';

/** Row ids as they stand in paths: positive, without leading zeros, exact as a number. */
const ROW_ID = /^[1-9]\d{0,14}$/;

/** The id in a path. One of the wrong form is as unknown as one that nobody has. */
export function rowId(params: Readonly<Record<string, string>>, what: string): number {
  const text = params['id'] ?? '';
  if (!ROW_ID.test(text)) throw missing(what, text);
  return Number(text);
}

export function missing(what: string, id: string | number): Problem {
  return new Problem('not_found', `There is no ${what} ${id}.`);
}
