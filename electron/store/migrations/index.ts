import { theHouse } from './001-the-house.ts';
import { media } from './002-media.ts';
import { search } from './003-search.ts';
import { triage } from './004-triage.ts';
import { quickReplies } from './005-quick-replies.ts';
import { attachments } from './006-attachments.ts';
import { savedPlaces } from './007-saved-places.ts';
import { outbox } from './008-outbox.ts';
import { besideTheMessages } from './009-beside-the-messages.ts';
import { mediaPreview } from './010-media-preview.ts';
import { firstLetter } from './011-first-letter.ts';
import { imports } from './012-imports.ts';
import { blocks } from './013-blocks.ts';
import { templates } from './014-templates.ts';
import { segments } from './015-segments.ts';
import { merges } from './016-merges.ts';
import type { Migration } from './migration.ts';

/** In order; `PRAGMA user_version` says how many of them a database has had. */
export const MIGRATIONS: readonly Migration[] = [
  theHouse,
  media,
  search,
  triage,
  quickReplies,
  attachments,
  savedPlaces,
  outbox,
  besideTheMessages,
  mediaPreview,
  firstLetter,
  imports,
  blocks,
  templates,
  segments,
  merges,
];
