const OPENABLE: readonly string[] = ['https:', 'http:', 'mailto:', 'tel:'];

/** The address in its parsed form if it may be opened outside the app, else undefined. */
export function externalLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return OPENABLE.includes(url.protocol) ? url.href : undefined;
}
