import { examine } from '../../doctor/examine.ts';
import type { Finding } from '../../doctor/finding.ts';
import { EXIT } from '../../launch/exit-code.ts';
import type { Command } from '../command.ts';
import { graphReader, graphUrl } from '../graph.ts';

export const doctor: Command = {
  words: ['doctor'],
  summary:
    'Checks database, disk, secrets, tokens, clock, webhooks and queue; exits with 1 if one fails.',
  options: {},
  access: 'reads',
  async run({ home, surroundings }) {
    const findings = await examine({
      home: home.path,
      platform: surroundings.platform,
      db: home.store,
      vault: home.vault,
      graph: graphReader(surroundings),
      graphUrl: graphUrl(surroundings),
      fetch: surroundings.fetch,
      clock: surroundings.clock,
    });
    const isWell = findings.every(({ status }) => status !== 'fail');
    return {
      json: { ok: isWell, data: findings },
      text: findings.map(inWords).join('\n'),
      exitCode: isWell ? EXIT.done : EXIT.failed,
    };
  },
};

const MARKS: Readonly<Record<Finding['status'], string>> = {
  ok: 'ok  ',
  warn: 'WARN',
  fail: 'FAIL',
};

function inWords({ check, status, message, advice }: Finding): string {
  const line = `${MARKS[status]}  ${check}: ${message}`;
  return advice === null ? line : `${line}\n      → ${advice}`;
}
