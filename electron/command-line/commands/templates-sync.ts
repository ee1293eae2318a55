import { syncTemplates } from '../../templates/sync.ts';
import type { Command } from '../command.ts';
import { numberByNumber, wayToMeta } from '../number-by-number.ts';

export const templatesSync: Command = {
  words: ['templates', 'sync'],
  summary: 'Brings the templates of a number, or of all, in line with WhatsApp.',
  options: { account: { value: 'ID', help: 'only this number; all active ones if left out' } },
  access: 'writes',
  async run(call) {
    const deps = wayToMeta(call);
    return await numberByNumber(call, {
      nothing: { total: 0, gone: 0 },
      ask: (id) => syncTemplates(deps, id),
      say: ({ total, gone }) =>
        `${total} templates; ${gone} that were here are not at WhatsApp any more.`,
    });
  },
};
