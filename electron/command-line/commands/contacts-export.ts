import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FrontdeskError } from '#shared/errors.ts';
import { exportContacts } from '../../people/export/export-thread.ts';
import type { Command } from '../command.ts';

export const contactsExport: Command = {
  words: ['contacts', 'export'],
  summary: 'Writes all contacts into a CSV file, or an XLSX file if its name ends so.',
  argument: 'FILE',
  options: {},
  access: 'reads',
  async run({ given, home }) {
    const path = resolve(given.argument ?? '');
    const database = join(home.path, 'frontdesk.db');
    if (!existsSync(database)) {
      throw new FrontdeskError('not_found', `There is nothing in ${home.path} to export yet.`);
    }
    const format = path.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
    const exported = await exportContacts(database, {
      path,
      format,
      choice: { kind: 'all' },
      columns: null,
    });
    return { json: { exported, file: path }, text: `${exported} contacts are in ${path}.` };
  },
};
