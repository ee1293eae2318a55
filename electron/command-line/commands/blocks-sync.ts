import { setTimeout as wait } from 'node:timers/promises';
import { applySync } from '../../people/block-sync.ts';
import type { Command } from '../command.ts';
import { numberByNumber, wayToMeta } from '../number-by-number.ts';

export const blocksSync: Command = {
  words: ['blocks', 'sync'],
  summary: 'Makes the block list of a number, or of all, equal to the one at WhatsApp.',
  options: { account: { value: 'ID', help: 'only this number; all active ones if left out' } },
  access: 'writes',
  async run(call) {
    const deps = { ...wayToMeta(call), wait };
    return await numberByNumber(call, {
      nothing: { added: 0, ended: 0, total: 0 },
      async ask(id) {
        const { added, ended, total } = await applySync(deps, id, null);
        return { added, ended, total };
      },
      say: ({ added, ended, total }) =>
        `${total} blocked, ${added} of them new here; ${ended} not blocked any more.`,
    });
  },
};
