import { asId } from '#shared/ids.ts';
import { forgetAccount } from '../../accounts/remove-account.ts';
import { accountOnWire } from '../../api/wire/account.ts';
import type { Command } from '../command.ts';
import { rowId } from '../number.ts';

export const accountRemove: Command = {
  words: ['account', 'remove'],
  summary: 'Removes a number and its secrets. Its history stays.',
  argument: 'ID',
  options: {},
  access: 'writes',
  run({ given, home, surroundings: { clock } }) {
    const id = rowId('ID', given.argument ?? '');
    const account = forgetAccount({ store: home.store, clock }, asId(id));
    return {
      json: {
        ...accountOnWire(account),
        is_active: false,
        has_access_token: false,
        has_app_secret: false,
      },
      text: `Removed “${account.name}” (account ${account.id}) and its secrets. Its history stays.`,
    };
  },
};
