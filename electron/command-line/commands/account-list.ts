import { accountOnWire } from '../../api/wire/account.ts';
import { listAccounts } from '../../store/accounts.ts';
import { columns } from '../columns.ts';
import type { Command } from '../command.ts';

export const accountList: Command = {
  words: ['account', 'list'],
  summary: 'Lists the connected numbers.',
  options: {},
  access: 'reads',
  run({ home }) {
    const accounts = listAccounts(home.store).map(accountOnWire);
    const rows = accounts.map((account) => [
      String(account.id),
      account.name,
      account.display_phone_number ?? '',
      account.phone_number_id,
      account.is_active ? 'active' : 'off',
      account.last_webhook_at ?? 'never',
    ]);
    return {
      json: { data: accounts },
      text: columns(
        ['ID', 'NAME', 'NUMBER', 'PHONE NUMBER ID', 'STATE', 'LAST WEBHOOK'],
        rows,
        'No number is connected. Add one with “account add”.',
      ),
    };
  },
};
