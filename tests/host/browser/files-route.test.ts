import { readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeFileNote } from '#shared/file-door.ts';
import { systemClock } from '#electron/clock.ts';
import { serveBrowser } from '#electron/host/browser/serve.ts';
import { createFileDoor } from '#electron/ipc/file-door.ts';
import { silentLog } from '#electron/log.ts';
import { takeIn } from '#electron/media/take-in.ts';
import { listAttachments } from '#electron/store/draft-attachments.ts';
import { createFakeCore } from '../../support/fake-core.ts';
import { mediaFolder, sample } from '../../support/files.ts';
import { addAccount, addChat, memoryStore } from '../../support/store.ts';

async function aDoor() {
  const folder = await mediaFolder();
  const store = memoryStore();
  const { chatId } = addChat(store, addAccount(store));
  const rendererDir = join(folder.home, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<script type="module" src="a.js"></script>');
  const deps = { store, folder, clock: systemClock };
  const files = createFileDoor({
    attach: (body, note) => takeIn(deps, body, note),
    log: silentLog,
  });
  const host = await serveBrowser({
    core: { ...createFakeCore(), files },
    port: { port: 0, isDefault: false },
    rendererDir,
    bridgeFile: join(folder.home, 'bridge.cjs'),
    log: silentLog,
  });
  onTestFinished(async () => {
    await host.close();
    store.close();
  });
  const { origin, searchParams } = new URL(host.url);
  const token = searchParams.get('token') ?? '';
  const note = writeFileNote({
    chatId,
    name: 'Röslein & "Dorn".pdf',
    declared: 'application/pdf',
    isVoice: false,
    wish: null,
  });
  return {
    origin,
    path: `/files/${token}?${note}`,
    note,
    list: () => listAttachments(store, chatId),
    kept: () => readdirSync(join(folder.home, 'media')),
    send: (path: string, headers: Record<string, string>, method = 'POST') =>
      knock(Number(new URL(origin).port), path, { headers, method }),
  };
}

/** Unlike fetch, this says where it comes from as it likes. */
function knock(
  port: number,
  path: string,
  how: { readonly headers: Record<string, string>; readonly method: string },
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, ...how }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end(sample('pdf'));
  });
}

describe('the door for files', () => {
  it('takes a file from our own page, under its name', async () => {
    const { send, path, origin, list } = await aDoor();
    const { status, body } = await send(path, { origin });
    expect([status, JSON.parse(body)]).toMatchObject([200, { ok: true, data: { id: 1 } }]);
    expect(list()).toMatchObject([{ name: 'Röslein & Dorn .pdf', sendAs: 'document' }]);
  });

  it('answers in words what it does not take', async () => {
    const { send, path, origin, kept } = await aDoor();
    const { status, body } = await send(path.replace('as=', 'as=image'), { origin });
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      { ok: false, error: { code: 'file_refused' } },
    ]);
    expect(kept()).toEqual([]);
  });

  it('stays shut for everybody else', async () => {
    const { send, path, note, origin, list, kept } = await aDoor();
    const statuses = [
      await send(path, {}),
      await send(path, { origin: 'https://evil.example' }),
      await send(path, { origin: 'null' }),
      await send(path, { origin: origin.replace('127.0.0.1', 'localhost') }),
      await send(`/files/${'A'.repeat(43)}?${note}`, { origin }),
      await send(`/files/?${note}`, { origin }),
      await send(path.replace(/chat=\d+/, 'chat=0x1'), { origin }),
      await send(path.replace('as=', 'as=virus'), { origin }),
      await send(path, { origin, host: 'evil.example' }),
      await send(path, { origin }, 'PUT'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 421, 405]);
    expect([list(), kept()]).toEqual([[], []]);
  });
});
