import type { Effort } from './tree.ts';

/** Node and every browser have it; the types that this room is checked with know neither. */
declare const URL: {
  new (address: string): ParsedUrl;
  canParse(address: string): boolean;
};

interface ParsedUrl {
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly username: string;
  readonly password: string;
  readonly href: string;
}

export interface Link {
  readonly start: number;
  readonly text: string;
  /** Where it really goes, in its parsed form. */
  readonly url: string;
}

const CANDIDATE =
  /(?:https?:\/\/|www\.|mailto:|tel:)[^\s<>"'`\\\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const TRAILING = new Set('.,;:!?…*_~');
const OPENED_BY: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** The links of a text: http, https, mailto and tel. Anything doubtful stays words. */
export function findLinks(text: string, effort: Effort): Link[] {
  const links: Link[] = [];
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    effort.steps += candidate.length;
    if (WORD_BEFORE.test(text.slice(Math.max(0, index - 2), index))) continue;
    const written = withoutTrailing(candidate);
    const url = safeUrl(written);
    if (url !== undefined) links.push({ start: index, text: written, url });
  }
  return links;
}

/**
 * "See https://a.example/x." and "(https://a.example)": the sentence keeps its own signs. In one
 * pass: a customer may send thousands of brackets.
 */
function withoutTrailing(candidate: string): string {
  const counts = new Map<string, number>();
  for (const sign of candidate) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let end = candidate.length;
  while (end > 0) {
    const sign = candidate.charAt(end - 1);
    const count = counts.get(sign) ?? 0;
    const opener = OPENED_BY.get(sign);
    const isLoneBracket = opener !== undefined && count > (counts.get(opener) ?? 0);
    if (!TRAILING.has(sign) && !isLoneBracket) break;
    counts.set(sign, count - 1);
    end -= 1;
  }
  return candidate.slice(0, end);
}

function safeUrl(written: string): string | undefined {
  const address = /^www\./iu.test(written) ? `https://${written}` : written;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return isPlainHost(url) ? url.href : undefined;
    case 'mailto:':
      return /^[^@?]+@[^@?]+/u.test(url.pathname) ? url.href : undefined;
    case 'tel:':
      return /^\+?[\d().-]{3,}$/u.test(url.pathname) ? url.href : undefined;
    default:
      return undefined;
  }
}

/** https://bank.example@evil.example looks like the bank and is not. */
function isPlainHost(url: ParsedUrl): boolean {
  return (
    url.username === '' && url.password === '' && url.hostname !== '' && url.hostname !== 'www.'
  );
}
