import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '#electron/log.ts';
import { openLogFile } from '#electron/log-file.ts';
import { Home } from '../support/app.ts';

describe('the log file', () => {
  it('keeps the newest lines and never grows past twice its size', () => {
    using home = new Home();
    const file = openLogFile(home.path, 100);
    for (let line = 0; line < 50; line += 1) file.write(`line ${line} of a busy day\n`);
    const sizes = readdirSync(home.path).map((name) => readFileSync(join(home.path, name)).length);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(readFileSync(join(home.path, 'frontdesk.log'), 'utf8')).toContain('line 49 ');
  });

  it('has neither tokens nor phone numbers', () => {
    using home = new Home();
    const log = createLog('info', home.path);
    log.info({ accessToken: 'EAAsecret', chat: { phone: '+5511988776655' } }, 'connected');
    const text = readFileSync(join(home.path, 'frontdesk.log'), 'utf8');
    expect(text).toContain('connected');
    expect(text).not.toMatch(/EAAsecret|988776655/);
  });
});
