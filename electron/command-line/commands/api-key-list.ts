import { listApiKeys } from '../../store/api-keys.ts';
import { columns } from '../columns.ts';
import { apiKeyOnWire } from '../api-key-on-wire.ts';
import type { Command } from '../command.ts';

export const apiKeyList: Command = {
  words: ['api-key', 'list'],
  summary: 'Lists the keys, without the keys themselves.',
  options: {},
  access: 'reads',
  run({ home }) {
    const keys = listApiKeys(home.store).map(apiKeyOnWire);
    const rows = keys.map((key) => [
      String(key.id),
      key.name,
      key.scopes.join(','),
      key.is_active ? 'active' : 'revoked',
      key.last_used_at ?? 'never',
    ]);
    return {
      json: { data: keys },
      text: columns(
        ['ID', 'NAME', 'SCOPES', 'STATE', 'LAST USED'],
        rows,
        'There is no key. Make one with “api-key create”.',
      ),
    };
  },
};
