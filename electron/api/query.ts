import { badField } from './problem.ts';

/** The query of an address. A field that is given twice is refused rather than half ignored. */
export function oneValueEach(search: URLSearchParams): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const [name, value] of search) {
    if (values.has(name)) throw badField(name, 'is given more than once');
    values.set(name, value);
  }
  return Object.fromEntries(values);
}
