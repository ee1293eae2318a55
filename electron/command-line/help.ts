import type { Command } from './command.ts';

const COMMON = `
  --home DIR  data folder (FRONTDESK_HOME, else the user-data folder + Frontdesk)
  --json      one JSON value on standard output; errors as {"error":{"code","message"}} on standard error
  --help      this text

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 home in use, 4 database newer or damaged.
`;

/** What the commands that begin with these words do. */
export function overview(commands: readonly Command[], words: readonly string[]): string {
  const rows = commands.map((command) => [usage(command), command.summary] as const);
  const width = Math.max(...rows.map(([call]) => call.length));
  const lines = rows.map(([call, summary]) => `  ${call.padEnd(width)}  ${summary}`);
  const prefix = ['npm run frontdesk --', ...words].join(' ');
  return `${prefix} COMMAND [OPTIONS]\n\n${lines.join('\n')}\n${COMMON}`;
}

export function helpFor(command: Command): string {
  const rows = Object.entries(command.options).map(
    ([name, { flag, value, help }]) =>
      [`--${name}${flag ? '' : ` ${value ?? 'X'}`}`, help] as const,
  );
  const width = Math.max(11, ...rows.map(([option]) => option.length));
  const lines = rows.map(([option, help]) => `  ${option.padEnd(width)}  ${help}\n`);
  return `npm run frontdesk -- ${usage(command)} [OPTIONS]\n\n${command.summary}\n\n${lines.join('')}${COMMON}`;
}

function usage({ words, argument }: Command): string {
  return [...words, ...(argument === undefined ? [] : [argument])].join(' ');
}
