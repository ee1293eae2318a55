export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `url` is where the link really goes; `text` is what the customer wrote. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

const CANDIDATE = /https?:\/\/[^\s<>"'`\\]+/giu;
const TRAILING = new Set('.,;:!?…*_~');
const OPENED_BY: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Splits a message into words and http(s) links. Anything doubtful stays words. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const written = withoutTrailing(match[0]);
    const url = safeUrl(written);
    if (url === undefined) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'link', text: written, url });
    end = match.index + written.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
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
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // https://bank.example@evil.example looks like the bank and is not.
  const hidesItsHost = url.username !== '' || url.password !== '';
  return isWeb && !hidesItsHost && url.hostname.length > 0 ? url.href : undefined;
}
