import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildWhatIsStale } from '#electron/launch/build.ts';
import { ROOT } from '../support/app.ts';

const BUILD_LIMIT_MS = 120_000;

const configurationSchema = z.looseObject({
  files: z.array(z.string()),
  asarUnpack: z.array(z.string()),
  electronFuses: z.record(z.string(), z.boolean()),
  mac: z.looseObject({ icon: z.string() }),
});

function readConfiguration() {
  return configurationSchema.parse(parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')));
}

/** The files that a pattern of the configuration means, as if Linux on x64 were packaged. */
function filesOf(pattern: string): string[] {
  const plain = pattern.replace(/^!/, '').replace('${platform}', 'linux').replace('${arch}', 'x64');
  return globSync(plain, { cwd: ROOT });
}

function readBuilt(file: string): string {
  return readFileSync(join(ROOT, 'out', 'preload', file), 'utf8');
}

beforeAll(() => buildWhatIsStale(ROOT), BUILD_LIMIT_MS);

describe('the packaging', () => {
  it('is described in words that electron-builder knows', async () => {
    const log = new DebugLogger(false);
    await expect(validateConfiguration(readConfiguration(), log)).resolves.toBeUndefined();
    const misspelt = { ...readConfiguration(), asarUnpak: [] };
    await expect(validateConfiguration(misspelt, log)).rejects.toThrow(
      "unknown property 'asarUnpak'",
    );
  });

  it('burns the fuses that keep strangers out of the packaged app', () => {
    expect(readConfiguration().electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('names only files that exist', () => {
    const { files, asarUnpack, mac } = readConfiguration();
    const idle = [...files, ...asarUnpack].filter((pattern) => filesOf(pattern).length === 0);
    expect(idle).toEqual([]);
    expect(existsSync(join(ROOT, mac.icon))).toBe(true);
  });

  it('takes the database engine of the packaged system, and no other', () => {
    const prebuilds = 'node_modules/better-sqlite3/prebuilds/';
    const { files } = readConfiguration();
    const left = files.filter((pattern) => pattern.startsWith(`!${prebuilds}`)).flatMap(filesOf);
    expect(globSync(`${prebuilds}*.node`, { cwd: ROOT })).toHaveLength(left.length + 1);
    expect(left).not.toContain(join(prebuilds, 'linux-x64.node'));
  });
});

describe('the built preload', () => {
  it('is one CommonJS file that requires nothing but Electron', () => {
    const preload = readBuilt('preload.cjs');
    const required = [...preload.matchAll(/\brequire\(([^)]*)\)/g)].map((match) => match[1]);
    expect(required).toEqual(['"electron"']);
    expect(preload).not.toMatch(/^\s*(import|export)\b/m);
    expect(preload).not.toContain('zod');
  });

  it('has a sister for the browser that requires nothing at all', () => {
    expect(readBuilt('bridge.cjs')).not.toMatch(/\brequire\(|\bexports\b|^\s*(import|export)\b/m);
  });
});
