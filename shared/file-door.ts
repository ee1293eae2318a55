import type { SendKind } from './attachments/plan.ts';
import { SEND_KINDS } from './attachments/plan.ts';
import { asId } from './ids.ts';
import type { ChatId, MediaId } from './ids.ts';
import type { Attachment } from './models/attachment.ts';

/** What goes with the bytes of a file that the page hands over. */
export interface FileNote {
  /** Null: into the library, for whoever needs a file without a chat. */
  readonly chatId: ChatId | null;
  readonly name: string;
  /** As the owner's system guesses it from the name; may be empty. */
  readonly declared: string;
  readonly isVoice: boolean;
  /** Null: whatever shows it best. */
  readonly wish: SendKind | null;
}

/** What a file has become here: in a chat's field, or in the library. */
export type TakenIn = Attachment | { readonly id: MediaId };

/** As a query string, without the question mark. */
export function writeFileNote({ chatId, name, declared, isVoice, wish }: FileNote): string {
  const fields = {
    chat: String(chatId ?? ''),
    name,
    declared,
    voice: String(isVoice),
    as: wish ?? '',
  };
  return Object.entries(fields)
    .map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}

/** @param field gives a field of the query, or null. Undefined for what `writeFileNote` never wrote. */
export function readFileNote(field: (key: string) => string | null): FileNote | undefined {
  const chat = field('chat') ?? '';
  const as = field('as') ?? '';
  const wish = SEND_KINDS.find((kind) => kind === as) ?? null;
  if (!/^([1-9]\d{0,14})?$/.test(chat) || (as !== '' && wish === null)) return undefined;
  return {
    chatId: chat === '' ? null : asId<ChatId>(Number(chat)),
    name: (field('name') ?? '').slice(0, 1_000),
    declared: (field('declared') ?? '').slice(0, 200),
    isVoice: field('voice') === 'true',
    wish,
  };
}
