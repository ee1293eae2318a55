import type { QuickReply } from './models/quick-reply.ts';

/** Who is written to and who writes. */
export interface QuickReplyWords {
  readonly name: string;
  readonly business: string;
}

/** The text with its blanks filled. What is in braces and no known blank stays as it is. */
export function fillQuickReply(text: string, { name, business }: QuickReplyWords): string {
  return text.replaceAll(/\{(name|first_name|business)\}/gu, (_blank, key) => {
    if (key === 'business') return business;
    return key === 'name' ? name : (name.trim().split(/\s+/u)[0] ?? name);
  });
}

/** Those that fit what was typed, the best first: by the shortcut's start, its letters, the text. */
export function findQuickReplies(all: readonly QuickReply[], typed: string): readonly QuickReply[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return all;
  return all
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ reply }) => reply);
}

function rankOf({ shortcut, text }: QuickReply, wanted: string): number {
  const name = shortcut.toLocaleLowerCase();
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  if (hasInOrder(name, wanted)) return 2;
  return text.toLocaleLowerCase().includes(wanted) ? 3 : Infinity;
}

/** "thx" finds "thanks extra". */
function hasInOrder(text: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + letter.length;
  }
  return true;
}
