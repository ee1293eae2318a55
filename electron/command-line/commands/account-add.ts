import { addAccount } from '../../accounts/add-account.ts';
import type { AddedAccount, NewAccountInput } from '../../accounts/add-account.ts';
import { accountOnWire } from '../../api/wire/account.ts';
import { UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { graphReader } from '../graph.ts';
import { readSecret } from '../secret-input.ts';

export const accountAdd: Command = {
  words: ['account', 'add'],
  summary: 'Adds a number. Without --offline it is checked at Meta first.',
  options: {
    name: { value: 'N', help: 'how you call it' },
    'phone-number-id': { value: 'P', help: 'from WhatsApp Manager, “API setup”' },
    'waba-id': { value: 'W', help: 'the WhatsApp Business account ID, same place' },
    'app-id': { value: 'A', help: 'the ID of your Meta app' },
    'display-phone-number': { value: '+…', help: 'the number itself; Meta tells it when online' },
    'verify-token': { value: 'T', help: 'what Meta says to introduce itself; made if left out' },
    'access-token-file': { value: 'F', help: 'file with the access token, - for standard input' },
    'app-secret-file': { value: 'F', help: 'file with the app secret, - for standard input' },
    offline: { flag: true, help: 'do not ask Meta' },
  },
  access: 'writes',
  async run({ given, home, surroundings }) {
    const added = await addAccount(
      {
        store: home.store,
        secrets: home.vault,
        graph: given.flag('offline') ? null : graphReader(surroundings),
        clock: surroundings.clock,
      },
      await accountFrom({ given, surroundings }),
    );
    return { json: accountOnWire(added.account), text: inWords(added) };
  },
};

async function accountFrom({
  given,
  surroundings,
}: Pick<Call, 'given' | 'surroundings'>): Promise<NewAccountInput> {
  const tokenFile = given.text('access-token-file');
  const secretFile = given.text('app-secret-file');
  if (tokenFile === '-' && secretFile === '-') {
    throw new UsageError('Only one secret can come from standard input; put the other in a file.');
  }
  const optional = {
    appId: given.text('app-id'),
    displayPhoneNumber: given.text('display-phone-number'),
    verifyToken: given.text('verify-token'),
    accessToken: await readSecret('access-token-file', tokenFile, surroundings),
    appSecret: await readSecret('app-secret-file', secretFile, surroundings),
  };
  return {
    name: given.required('name'),
    phoneNumberId: given.required('phone-number-id'),
    wabaId: given.required('waba-id'),
    ...optional,
  };
}

function inWords({ account, generatedVerifyToken }: AddedAccount): string {
  const number = account.displayPhoneNumber ?? `phone number ID ${account.phoneNumberId}`;
  const lines = [`Added “${account.name}” (${number}) as account ${account.id}.`];
  if (!account.hasAccessToken) lines.push('It has no access token yet, so it can’t send.');
  if (!account.hasAppSecret) lines.push('It has no app secret yet, so it can’t receive.');
  if (generatedVerifyToken !== null) {
    lines.push(`Verify token, to be typed at Meta under “Webhooks”: ${generatedVerifyToken}`);
  }
  return lines.join('\n');
}
