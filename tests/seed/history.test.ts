import { describe, expect, it } from 'vitest';
import { generateHistory, type SeedChat, type SeedMessage } from '#electron/seed/history.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const SMALL = { chats: 200, messages: 20_000, seed: 'spring', now: NOW };

type WholeChat = Omit<SeedChat, 'messages'> & { readonly messages: readonly SeedMessage[] };

describe('synthetic history', () => {
  it('is the same for the same seed and another for another', () => {
    expect(whole(SMALL)).toEqual(whole(SMALL));
    expect(whole({ ...SMALL, seed: 'autumn' })).not.toEqual(whole(SMALL));
  });

  it.each([
    { chats: 200, messages: 20_000 },
    { chats: 1, messages: 500 },
    { chats: 50, messages: 50 },
    { chats: 50, messages: 20 },
    { chats: 3, messages: 10_000 },
    { chats: 0, messages: 0 },
  ])('has $chats chats and $messages messages when asked for them', ({ chats, messages }) => {
    const all = whole({ ...SMALL, chats, messages });
    expect(all).toHaveLength(chats);
    expect(all.reduce((sum, chat) => sum + chat.messages.length, 0)).toBe(messages);
    for (const chat of all) expect(chat.messages).toHaveLength(chat.size);
  });

  it('gives everybody and every message an id of their own', () => {
    const all = whole(SMALL);
    expect(new Set(all.map(({ waId }) => waId)).size).toBe(all.length);
    expect(new Set(all.map(({ bsuid }) => bsuid)).size).toBe(all.length);
    const wamids = all.flatMap(({ messages }) => messages.map(({ wamid }) => wamid));
    expect(new Set(wamids).size).toBe(wamids.length);
    for (const { phone, bsuid } of all) {
      expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(bsuid).toMatch(/^[A-Z]{2}\.\d{10,128}$/);
    }
  });

  it('ends now, in ascending order within a chat, and never in the future', () => {
    const all = whole(SMALL);
    const youngest = Math.max(...all.map(({ messages }) => messages.at(-1)?.timestamp ?? 0));
    expect(youngest).toBe(NOW);
    for (const { messages } of all) {
      const times = messages.map(({ timestamp }) => timestamp);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
    }
  });

  it('has a long tail of sizes, with a tenth of everything in one chat', () => {
    const sizes = [...generateHistory({ ...SMALL, chats: 20_000, messages: 1_000_000 })].map(
      ({ size }) => size,
    );
    const sorted = sizes.toSorted((left, right) => right - left);
    expect(sorted[0]).toBeGreaterThanOrEqual(100_000);
    expect(sorted[0]).toBeLessThan(101_000);
    expect(sorted[10_000]).toBeLessThan(30);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_000_000);
  });

  it('repeats words as people do: a few all the time, many hardly ever', () => {
    const counts = new Map<string, number>();
    for (const { messages } of whole({ ...SMALL, messages: 60_000 })) {
      for (const { body } of messages) {
        for (const word of body.split(/[\s.]+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    const ranked = [...counts.values()].toSorted((left, right) => right - left);
    const [first = 0] = ranked;
    expect(first / (ranked[9] ?? 1)).toBeGreaterThan(2);
    expect(first / (ranked[99] ?? 1)).toBeGreaterThan(15);
    expect(ranked.filter((count) => count === 1).length).toBeGreaterThan(1_000);
  });

  it.each([
    ['Arabic', /\p{Script=Arabic}/u],
    ['Devanagari', /\p{Script=Devanagari}/u],
    ['Japanese', /\p{Script=Han}/u],
    ['Cyrillic', /\p{Script=Cyrillic}/u],
    ['accented Latin', /[ãçéüñß]/],
  ])('speaks %s in bodies and names', (_script, pattern) => {
    const all = whole(SMALL);
    expect(all.some(({ name }) => pattern.test(name))).toBe(true);
    expect(all.some(({ messages }) => messages.some(({ body }) => pattern.test(body)))).toBe(true);
  });

  it('holds both directions, several types, and failures among what was sent', () => {
    const messages = whole(SMALL).flatMap((chat) => chat.messages);
    expect(new Set(messages.map(({ type }) => type)).size).toBe(5);
    const inbound = messages.filter(({ direction }) => direction === 'inbound');
    expect(inbound.length / messages.length).toBeGreaterThan(0.4);
    expect(inbound.every(({ status }) => status === 'received')).toBe(true);
    expect(messages.some(({ status }) => status === 'failed')).toBe(true);
  });
});

function whole(options: Parameters<typeof generateHistory>[0]): WholeChat[] {
  return [...generateHistory(options)].map((chat) => ({ ...chat, messages: [...chat.messages] }));
}
