import { z } from 'zod';
import { answering, chatId, pageSize } from './command.ts';
import { SHARED_KINDS } from './models/shared-files.ts';
import type { SharedCounts, SharedPage } from './models/shared-files.ts';

/** Commands for the files and links of one chat. */
export const sharedFileContract = {
  'shared.page': answering<SharedPage>()(
    z.strictObject({
      chatId,
      kind: z.enum(SHARED_KINDS),
      cursor: z.string().nullable(),
      limit: pageSize,
    }),
  ),
  'shared.counts': answering<SharedCounts>()(z.strictObject({ chatId })),
} as const;
