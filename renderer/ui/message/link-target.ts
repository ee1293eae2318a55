/** What a link's address says about where it goes. */
export interface LinkTarget {
  /** The part that decides: the host, the mailbox, the number. */
  readonly place: string;
  readonly warning: 'lookAlike' | 'unencrypted' | undefined;
}

export function linkTarget(address: string): LinkTarget {
  if (!URL.canParse(address)) return { place: address, warning: undefined };
  const url = new URL(address);
  if (url.host === '') return { place: decoded(url.pathname), warning: undefined };
  if (/(?:^|\.)xn--/u.test(url.hostname)) return { place: url.host, warning: 'lookAlike' };
  return { place: url.host, warning: url.protocol === 'http:' ? 'unencrypted' : undefined };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
