import { describe, expect, it } from 'vitest';
import { asId } from '#shared/ids.ts';
import type { QuickReplyId } from '#shared/ids.ts';
import { fillQuickReply, findQuickReplies } from '#shared/quick-reply.ts';

const ALL = ['hours', 'thanks', 'shop-hours', 'thanks-extra'].map((shortcut, index) => ({
  id: asId<QuickReplyId>(index + 1),
  shortcut,
  text: shortcut === 'thanks' ? 'Until six o’clock!' : 'Text',
}));

const found = (typed: string) => findQuickReplies(ALL, typed).map(({ shortcut }) => shortcut);

describe('quick replies', () => {
  it('are found by start, part, letters in order and text, the best first', () => {
    expect(found('')).toHaveLength(4);
    expect(found('HOURS')).toEqual(['hours', 'shop-hours']);
    expect(found('thx')).toEqual(['thanks-extra']);
    expect(found('clock')).toEqual(['thanks']);
    expect(found('zebra')).toEqual([]);
  });

  it('fill their blanks and leave other braces and names with braces alone', () => {
    const words = { name: 'Ana {business} Lima', business: 'Casa Verde' };
    expect(fillQuickReply('{first_name} ({name}), {business} {price}', words)).toBe(
      'Ana (Ana {business} Lima), Casa Verde {price}',
    );
  });
});
