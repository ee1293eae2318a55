/**
 * Ends an exhaustive switch. The compiler refuses it while a case is missing; at run time it
 * throws, because then a value came in that the types said could not exist.
 */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
