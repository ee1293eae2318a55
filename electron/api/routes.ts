import type { Clock } from '../clock.ts';
import type { BackgroundReader } from '../store/reader.ts';
import type { Erasing } from '../people/erase-contact.ts';
import type { Blocking } from '../people/block-request.ts';
import type { Store } from '../store/store.ts';
import type { FileLibrary } from './file-library.ts';
import { accountRoutes } from './resources/accounts.ts';
import { blockRoutes } from './resources/blocks.ts';
import { chatRoutes } from './resources/chats.ts';
import { contactRoutes } from './resources/contacts.ts';
import { healthRoutes } from './resources/health.ts';
import { labelRoutes } from './resources/labels.ts';
import { mediaRoutes } from './resources/media.ts';
import { messageRoutes } from './resources/messages.ts';
import { searchRoutes } from './resources/search.ts';
import { templateRoutes } from './resources/templates.ts';
import type { Route } from './route.ts';

interface Dependencies {
  readonly removeFile: Erasing['removeFile'];
  readonly blocking: Blocking;
  readonly store: Store;
  readonly reader: BackgroundReader;
  readonly clock: Clock;
  readonly version: string;
  readonly library: FileLibrary;
}

/** The whole API. The server finds its way by this table, and the description is made from it. */
export function createRoutes(deps: Dependencies): readonly Route[] {
  return [
    ...healthRoutes(deps),
    ...accountRoutes(deps),
    ...chatRoutes(deps),
    ...messageRoutes(deps),
    ...searchRoutes(deps),
    ...blockRoutes(deps.blocking),
    ...contactRoutes(deps),
    ...labelRoutes(deps),
    ...mediaRoutes(deps),
    ...templateRoutes(deps),
  ];
}
