import type { Command } from './command.ts';
import { accountAdd } from './commands/account-add.ts';
import { accountList } from './commands/account-list.ts';
import { accountRemove } from './commands/account-remove.ts';
import { apiKeyCreate } from './commands/api-key-create.ts';
import { apiKeyList } from './commands/api-key-list.ts';
import { apiKeyRevoke } from './commands/api-key-revoke.ts';
import { blocksSync } from './commands/blocks-sync.ts';
import { contactsExport } from './commands/contacts-export.ts';
import { contactsImport } from './commands/contacts-import.ts';
import { doctor } from './commands/doctor.ts';
import { seed } from './commands/seed.ts';
import { templatesSync } from './commands/templates-sync.ts';
import { webhooksList } from './commands/webhooks-list.ts';
import { webhooksReplay } from './commands/webhooks-replay.ts';

/** All there are, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  accountAdd,
  accountList,
  accountRemove,
  apiKeyCreate,
  apiKeyList,
  apiKeyRevoke,
  contactsImport,
  contactsExport,
  webhooksList,
  webhooksReplay,
  blocksSync,
  templatesSync,
  seed,
  doctor,
];
