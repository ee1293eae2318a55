import { FrontdeskError } from '#shared/errors.ts';
import { asId } from '#shared/ids.ts';
import { revokeApiKey } from '../../store/api-keys.ts';
import { apiKeyOnWire } from '../api-key-on-wire.ts';
import type { Command } from '../command.ts';
import { rowId } from '../number.ts';

export const apiKeyRevoke: Command = {
  words: ['api-key', 'revoke'],
  summary: 'Makes a key worthless.',
  argument: 'ID',
  options: {},
  access: 'writes',
  run({ given, home }) {
    const id = rowId('ID', given.argument ?? '');
    const key = home.store.write((tx) => revokeApiKey(tx, asId(id)));
    if (key === undefined) throw new FrontdeskError('not_found', `There is no API key ${id}.`);
    return { json: apiKeyOnWire(key), text: `Revoked the key “${key.name}” (${key.id}).` };
  },
};
