import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isJsonObject, parseJson, type JsonObject } from '#shared/json.ts';
import { ANA, NUMBER, sendBody } from '../support/practice.ts';
import { text } from '../support/webhook-receiver.ts';

let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-practice-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('keeps in its journal what it accepted, even when it is killed before it answers', async () => {
  const journal = join(folder, 'accepted.jsonl');
  const lines = startProcess({
    numbers: [{ ...NUMBER }],
    customers: [{ ...ANA }],
    journal,
  });
  const url = text((await nextLine(lines))['url']);
  child?.stdin?.write('{"do":"fault","fault":{"kind":"hang_after_accepting"}}\n');
  expect(await nextLine(lines)).toEqual({ done: 'fault' });

  const attempt = fetch(`${url}/v23.0/${NUMBER.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${NUMBER.accessToken}` },
    body: JSON.stringify(
      sendBody('text', { body: 'Hi' }, { biz_opaque_callback_data: 'outbox 1' }),
    ),
  });
  attempt.catch(() => undefined);
  await expect.poll(() => journalOf(journal)).toContain('"callbackData":"outbox 1"');
  child?.kill('SIGKILL');
  await expect(attempt).rejects.toThrow();
});

function startProcess(options: JsonObject): AsyncIterator<string> {
  const program = join(import.meta.dirname, '../support/practice-process.ts');
  const started = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = started;
  return createInterface({ input: started.stdout })[Symbol.asyncIterator]();
}

async function nextLine(lines: AsyncIterator<string>): Promise<JsonObject> {
  const line = await lines.next();
  if (line.done === true) throw new Error('The practice process ended.');
  const value = parseJson(line.value);
  if (!isJsonObject(value)) throw new Error(`Not an object: ${line.value}`);
  return value;
}

function journalOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
