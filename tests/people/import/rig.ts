import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CountryCode } from 'libphonenumber-js/max';
import writeXlsxFile from 'write-excel-file/node';
import { importFile } from '#electron/people/import/import-file.ts';
import type { ImportReport } from '#electron/people/import/import-file.ts';
import { openStore } from '#electron/store/open.ts';
import type { Store } from '#electron/store/store.ts';

export const NEVER: AbortSignal = new AbortController().signal;

/** A database and a folder of spreadsheets, for one test. */
export class Rig {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'frontdesk-import-'));
  readonly database: string = join(this.folder, 'frontdesk.db');
  readonly store: Store = openStore(this.database);
  now = 1_800_000_000_000;
  readonly clock = (): number => this.now;

  /** Writes a file as these bytes. */
  file(bytes: string | Uint8Array, name = 'people.csv'): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  async workbook(
    sheets: Readonly<Record<string, readonly (readonly CellOfTest[])[]>>,
  ): Promise<string> {
    const path = join(this.folder, 'people.xlsx');
    const tables = Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map(asXlsx)),
    }));
    await writeXlsxFile(tables).toFile(path);
    return path;
  }

  /** As the command line does it. Every import has a time of its own. */
  import(
    path: string,
    { country = null, isDryRun = false }: { country?: CountryCode | null; isDryRun?: boolean } = {},
  ): Promise<ImportReport> {
    this.now += 60_000;
    return importFile(
      { store: this.store, clock: this.clock, stopping: NEVER },
      { path, fileName: 'people.csv', country, isDryRun },
    );
  }

  async importText(text: string, country: CountryCode | null = null): Promise<ImportReport> {
    return await this.import(this.file(text), { country });
  }

  /** Everybody, as one line each: phone, name, and what else there is of them. */
  people(): string[] {
    return this.store
      .prepare<{ line: string }>(
        `SELECT concat_ws(' · ',
           (SELECT value FROM contact_identity i WHERE i.contact_id = c.id AND kind = 'phone' AND is_active = 1),
           c.name, c.email, nullif(c.notes, ''), c.language, iif(c.opted_out, 'opted out', NULL),
           (SELECT group_concat('#' || name, ' ') FROM (SELECT l.name FROM contact_label k
             JOIN label l ON l.id = k.label_id WHERE k.contact_id = c.id ORDER BY l.name)),
           (SELECT group_concat(name || '=' || value, ' ') FROM (SELECT f.name, v.value FROM contact_field v
             JOIN custom_field f ON f.id = v.field_id WHERE v.contact_id = c.id ORDER BY f.name))) AS line
         FROM contact c ORDER BY c.id`,
      )
      .all()
      .map(({ line }) => line);
  }

  [Symbol.dispose](): void {
    this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}

type CellOfTest = string | number | boolean | Date | null;

function asXlsx(value: CellOfTest): object | null {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value, type: String };
}

/** What came of a file, in one line: the rejected ones with their rows. */
export function outcome({ counts, rejected }: ImportReport): string {
  const { created, updated, unchanged, skipped } = counts;
  const rows = rejected.map(({ row }) => row).join(',');
  return `${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${counts.rejected} rejected (${rows})`;
}

/** Every table that an import may touch, all of it; not its own books. */
export function dumpPeople(store: Store): Readonly<Record<string, readonly unknown[]>> {
  const tables = store
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'import%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' AND name <> 'search_pending'`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, store.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]),
  );
}
