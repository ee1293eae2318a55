import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import type { ReplaySelection } from '../../store/webhook-log.ts';
import { rehearseReplay, replay } from '../../webhook/replay.ts';
import type { ReplayResult } from '../../webhook/replay.ts';
import { UsageError } from '../command.ts';
import type { Command, Given } from '../command.ts';
import { rowId } from '../number.ts';

export const webhooksReplay: Command = {
  words: ['webhooks', 'replay'],
  summary: 'Works through deliveries again. What was applied before is not applied twice.',
  options: {
    id: { value: 'N', help: 'this one' },
    failed: { flag: true, help: 'all that failed' },
    all: { flag: true, help: 'the whole log' },
    'dry-run': { flag: true, help: 'only say what would change' },
  },
  access: 'writes',
  async run({ given, home: { store }, surroundings: { clock, log } }) {
    const selection = selectionFrom(given);
    const isDryRun = given.flag('dry-run');
    const result = isDryRun
      ? rehearseReplay({ store, clock, log }, selection)
      : await replay({ store, clock, log }, selection);
    if (selection.kind === 'one' && result.replayed === 0) {
      throw new FrontdeskError('not_found', `There is no delivery ${selection.id} to replay.`);
    }
    return { json: result, text: inWords(result, isDryRun) };
  },
};

function selectionFrom(given: Given): ReplaySelection {
  const id = given.text('id');
  const chosen: ReplaySelection[] = [];
  if (id !== undefined) chosen.push({ kind: 'one', id: asId(rowId('--id', id)) });
  if (given.flag('failed')) chosen.push({ kind: 'failed' });
  if (given.flag('all')) chosen.push({ kind: 'all' });
  const [selection] = chosen;
  if (selection !== undefined && chosen.length === 1) return selection;
  throw new UsageError('Give one of --id N, --failed or --all.');
}

function inWords({ replayed, failed, changed }: ReplayResult, isDryRun: boolean): string {
  const rows = Object.entries(changed).map(([table, count]) => `${table}: ${count}`);
  const lead = isDryRun ? 'A replay would go over' : 'Replayed';
  const changes = rows.length === 0 ? 'Nothing changes.' : `Rows changed: ${rows.join(', ')}.`;
  return `${lead} ${replayed} deliveries, of which ${failed} failed. ${changes}`;
}
