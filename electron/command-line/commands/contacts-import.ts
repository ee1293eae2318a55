import { basename, resolve } from 'node:path';
import { importFile, readCountry } from '../../people/import/import-file.ts';
import type { ImportReport } from '../../people/import/import-file.ts';
import { resumeImports } from '../../people/import/undo-import.ts';
import type { Command } from '../command.ts';

export const contactsImport: Command = {
  words: ['contacts', 'import'],
  summary: 'Takes contacts out of a CSV, TSV or XLSX file. The same file twice changes nothing.',
  argument: 'FILE',
  options: {
    'default-country': { value: 'CC', help: 'where numbers without + are from, such as BR' },
    'dry-run': { flag: true, help: 'only say what would change' },
  },
  access: 'writes',
  async run({ given, home: { store }, surroundings: { clock } }) {
    const path = resolve(given.argument ?? '');
    const country = given.text('default-country');
    const isDryRun = given.flag('dry-run');
    const request = {
      path,
      fileName: basename(path),
      country: country === undefined ? null : readCountry(country),
      isDryRun,
    };
    const deps = { store, clock, stopping: new AbortController().signal };
    await resumeImports(deps);
    const report = await importFile(deps, request);
    const { counts, rejected, importId } = report;
    return {
      json: { ...counts, rejected, dry_run: isDryRun, import_id: importId },
      text: inWords(report, isDryRun),
    };
  },
};

function inWords({ counts, rejected, importId }: ImportReport, isDryRun: boolean): string {
  const lead = isDryRun ? 'Nothing was written. An import would give:' : `Import ${importId}:`;
  const { created, updated, unchanged, skipped } = counts;
  return [
    `${lead} ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${rejected.length} rejected.`,
    ...rejected.map(({ row, value, reason }) => `Row ${row} (${value || 'empty'}): ${reason}`),
  ].join('\n');
}
