import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { FrontdeskError } from '#shared/errors.ts';
import type { Account } from '#shared/models/account.ts';
import type { Clock } from '../clock.ts';
import type { SecretLock } from '../secrets/vault.ts';
import {
  accessTokenName,
  appSecretName,
  findAccount,
  findAccountByPhoneNumberId,
  saveAccount,
} from '../store/accounts.ts';
import { writeLockedSecret } from '../store/secrets.ts';
import type { LockedSecret } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import { dialable } from './dialable.ts';
import { GRAPH_VERSION } from './graph-version.ts';
import { readNumberFacts } from './number-facts.ts';
import type { GraphReads, NumberFacts } from './number-facts.ts';

const metaId = z
  .string()
  .regex(/^\d{1,30}$/, 'must be digits only, as WhatsApp Manager shows it under “API setup”');

const secret = z
  .string()
  .min(1, 'is empty')
  .regex(/^[\x21-\x7e]+$/, 'must be one line of letters, digits and signs without spaces');

/** What the owner knows about a number. Secrets in clear text; they never come back out. */
const newAccountSchema = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(100, 'is longer than 100 characters'),
  phoneNumberId: metaId,
  wabaId: metaId,
  appId: metaId.optional(),
  displayPhoneNumber: z
    .string()
    .transform((text, context) => {
      const number = text.trim().startsWith('+') ? dialable(text.trim()) : null;
      if (number !== null) return number;
      context.addIssue({ code: 'custom', message: 'must be a number with + and country code' });
      return z.NEVER;
    })
    .optional(),
  verifyToken: secret.max(255, 'is longer than 255 characters').optional(),
  accessToken: secret.optional(),
  appSecret: secret.optional(),
});

export type NewAccountInput = z.input<typeof newAccountSchema>;
type CheckedAccount = z.output<typeof newAccountSchema>;

export interface AddedAccount {
  readonly account: Account;
  /** Made here because none was given: the owner types it at Meta. Null when it was given. */
  readonly generatedVerifyToken: string | null;
}

interface Dependencies {
  readonly store: Store;
  readonly secrets: SecretLock;
  /** Null adds the number without asking Meta. */
  readonly graph: GraphReads | null;
  readonly clock: Clock;
}

/**
 * Adds a number with its secrets in one transaction, or takes a removed one up again with its
 * history. Throws FrontdeskError `bad_input`, `account_exists`, `graph_refused`,
 * `graph_unreachable` or `secret_store`, and then nothing is stored.
 */
export async function addAccount(
  { store, secrets, graph, clock }: Dependencies,
  input: NewAccountInput,
): Promise<AddedAccount> {
  const wanted = check(input);
  refuseDuplicate(store, wanted);
  const facts = graph === null ? null : await askMeta(graph, wanted);
  const accessToken = await lockIfGiven(secrets, wanted.accessToken);
  const appSecret = await lockIfGiven(secrets, wanted.appSecret);
  const generatedVerifyToken =
    wanted.verifyToken === undefined ? randomBytes(24).toString('base64url') : null;
  const account = store.write((tx) => {
    refuseDuplicate(tx, wanted);
    const id = saveAccount(
      tx,
      {
        name: wanted.name,
        phoneNumberId: wanted.phoneNumberId,
        wabaId: wanted.wabaId,
        appId: wanted.appId ?? facts?.appId ?? null,
        businessPortfolioId: facts?.businessPortfolioId ?? null,
        displayPhoneNumber: wanted.displayPhoneNumber ?? facts?.displayPhoneNumber ?? null,
        profileName: facts?.profileName ?? null,
        verifyToken: wanted.verifyToken ?? generatedVerifyToken ?? '',
        apiVersion: GRAPH_VERSION,
        throughputLevel: facts?.throughputLevel ?? 'STANDARD',
        isPractice: false,
      },
      clock(),
    );
    if (accessToken !== null) writeLockedSecret(tx, accessTokenName(id), accessToken, clock());
    if (appSecret !== null) writeLockedSecret(tx, appSecretName(id), appSecret, clock());
    return findAccount(tx, id);
  });
  if (account === undefined) throw new Error('The account that was just stored is not there.');
  return { account, generatedVerifyToken };
}

function check(input: NewAccountInput): CheckedAccount {
  const checked = newAccountSchema.safeParse(input);
  if (checked.success) return checked.data;
  const reasons = checked.error.issues.map(
    (issue) => `${WORDS[String(issue.path[0])] ?? 'the input'} ${issue.message}`,
  );
  throw new FrontdeskError('bad_input', `The account can't be added: ${reasons.join('; ')}.`);
}

const WORDS: Readonly<Record<string, string>> = {
  name: 'the name',
  phoneNumberId: 'the phone number ID',
  wabaId: 'the WhatsApp account ID',
  appId: 'the app ID',
  displayPhoneNumber: 'the display phone number',
  verifyToken: 'the verify token',
  accessToken: 'the access token',
  appSecret: 'the app secret',
};

function refuseDuplicate(
  db: Parameters<typeof findAccountByPhoneNumberId>[0],
  wanted: CheckedAccount,
): void {
  const existing = findAccountByPhoneNumberId(db, wanted.phoneNumberId);
  if (existing === undefined) return;
  throw new FrontdeskError(
    'account_exists',
    `The number with the phone number ID ${wanted.phoneNumberId} is here already, as “${existing.name}” (account ${existing.id}). Remove that account first to enter it anew; its history stays.`,
  );
}

async function askMeta(graph: GraphReads, wanted: CheckedAccount): Promise<NumberFacts> {
  if (wanted.accessToken === undefined) {
    throw new FrontdeskError(
      'bad_input',
      'The account can’t be checked without an access token. Give one, or add the account offline.',
    );
  }
  return await readNumberFacts(graph, wanted, wanted.accessToken);
}

async function lockIfGiven(
  secrets: SecretLock,
  plain: string | undefined,
): Promise<LockedSecret | null> {
  return plain === undefined ? null : await secrets.lock(plain);
}
