import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AS_IT_LOOKS } from '#shared/models/contact-import.ts';
import { Home, startApp } from '../support/app.ts';
import { openDoor } from '../support/door.ts';

const begun = z.object({ data: z.object({ uploadId: z.string() }) });
const written = z.object({ data: z.object({ exportId: z.string(), contacts: z.int() }) });
const piece = z.object({ data: z.object({ base64: z.string(), next: z.int().nullable() }) });

const CHOICES = { reading: AS_IT_LOOKS, targets: null, defaultCountry: 'BR' } as const;

describe('the page', () => {
  it('hands over a list of contacts, rehearses, imports, exports and undoes it without any path', async () => {
    using home = new Home();
    const running = await startApp(home.path, { graphUrl: 'http://127.0.0.1:9' });
    try {
      const door = await openDoor(running.ui);
      const { uploadId } = begun.parse(
        await door.invoke('imports.begin', { fileName: 'people.csv' }),
      ).data;
      for (const text of ['Telefone;Nome\n11 98888-', '7777;=Ana\n12;Bia\n']) {
        const base64 = Buffer.from(text).toString('base64');
        await door.invoke('imports.append', { uploadId, base64 });
      }
      expect(await door.invoke('imports.rehearse', { uploadId, ...CHOICES })).toMatchObject({
        ok: true,
        data: {
          file: { name: 'people.csv', delimiter: ';', headerRow: 1 },
          counts: { created: 1, updated: 0, unchanged: 0, skipped: 0, rejected: 1 },
        },
      });
      expect(await door.invoke('imports.apply', { uploadId, ...CHOICES })).toMatchObject({
        data: { id: 1, state: 'applying' },
      });
      await vi.waitFor(async () =>
        expect(await door.invoke('imports.get', { importId: 1 })).toMatchObject({
          data: { state: 'done', counts: { created: 1, rejected: 1 } },
        }),
      );
      expect(door.heard.some((frame) => frame.includes('"imports.changed"'))).toBe(true);

      const rejected = piece.parse(
        await door.invoke('imports.rejectedFile', { importId: 1, after: 0 }),
      ).data;
      expect(rejected.next).toBeNull();
      expect(Buffer.from(rejected.base64, 'base64').toString()).toMatch(
        /^\uFEFFrow,reason,Telefone,Nome\r\n3,.*too few.*,12,Bia\r\n$/u,
      );

      const { exportId, contacts } = written.parse(
        await door.invoke('contacts.export', {
          format: 'csv',
          choice: { kind: 'all' },
          columns: null,
        }),
      ).data;
      expect(contacts).toBe(1);
      const file = piece.parse(await door.invoke('contacts.exportPiece', { exportId, at: 0 })).data;
      expect(Buffer.from(file.base64, 'base64').toString()).toContain("'+5511988887777,'=Ana,");
      expect(await door.invoke('contacts.exportPiece', { exportId, at: 0 })).toMatchObject({
        error: { code: 'not_found' },
      });

      expect(await door.invoke('imports.undo', { importId: 1 })).toMatchObject({
        data: { state: 'undone', kept: 0 },
      });
      door.close();
    } finally {
      expect(await running.stop()).toBe(0);
    }
  });
});
