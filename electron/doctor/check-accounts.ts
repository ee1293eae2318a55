import type { Account } from '#shared/models/account.ts';
import { readNumberFacts } from '../accounts/number-facts.ts';
import type { GraphReads } from '../accounts/number-facts.ts';
import type { Vault } from '../secrets/vault.ts';
import { accessTokenName, appSecretName } from '../store/accounts.ts';
import { FrontdeskError } from '#shared/errors.ts';
import { fail, ok, warn } from './finding.ts';
import type { Finding } from './finding.ts';

interface Dependencies {
  readonly vault: Pick<Vault, 'read'>;
  readonly graph: GraphReads;
}

/** Whether a number can send and receive: both secrets can be opened, and Meta accepts the token. */
export async function checkAccount(
  { vault, graph }: Dependencies,
  account: Account,
): Promise<Finding[]> {
  const secretCheck = `account ${account.id} app secret`;
  const tokenCheck = `account ${account.id} access token`;
  const secret = await openSecret(vault, appSecretName(account.id));
  const token = await openSecret(vault, accessTokenName(account.id));
  return [
    secret.kind === 'present'
      ? ok(secretCheck, `“${account.name}” has its app secret.`)
      : lacking(secretCheck, account, secret, 'receive messages'),
    token.kind === 'present'
      ? await checkToken(graph, tokenCheck, account, token.plain)
      : lacking(tokenCheck, account, token, 'send messages'),
  ];
}

type Secret =
  | { readonly kind: 'present'; readonly plain: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'shut'; readonly why: string };

async function openSecret(vault: Pick<Vault, 'read'>, name: string): Promise<Secret> {
  try {
    const plain = await vault.read(name);
    return plain === undefined ? { kind: 'missing' } : { kind: 'present', plain };
  } catch (error) {
    if (error instanceof FrontdeskError) return { kind: 'shut', why: error.message };
    throw error;
  }
}

function lacking(
  check: string,
  { name, isPractice }: Account,
  secret: Exclude<Secret, { kind: 'present' }>,
  purpose: string,
): Finding {
  const advice = 'Remove the account and add it again with both secrets; its history stays.';
  if (secret.kind === 'shut') return warn(check, `“${name}”: ${secret.why}`, advice);
  if (isPractice) return ok(check, `“${name}” is a practice account and gets it from the app.`);
  return fail(check, `“${name}” can’t ${purpose} without it.`, advice);
}

async function checkToken(
  graph: GraphReads,
  check: string,
  account: Account,
  token: string,
): Promise<Finding> {
  // Its platform lives inside the app; Meta has never heard of this number.
  if (account.isPractice) return ok(check, `“${account.name}” has its access token.`);
  try {
    await readNumberFacts(graph, account, token);
    return ok(check, `Meta accepts the access token of “${account.name}”.`);
  } catch (error) {
    if (!(error instanceof FrontdeskError)) throw error;
    if (error.code === 'graph_unreachable') {
      return warn(
        check,
        `“${account.name}” has its access token, but Meta could not be asked about it: ${error.message}`,
        'Run the doctor again when the computer is online.',
      );
    }
    return fail(
      check,
      `Meta does not accept “${account.name}”: ${error.message}`,
      'Make a new system user token in Meta Business settings, then remove the account and add it again; its history stays.',
    );
  }
}
