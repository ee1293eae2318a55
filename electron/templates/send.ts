import { FrontdeskError } from '#shared/errors.ts';
import type { ChatId, MediaId, MessageId, TemplateId } from '#shared/ids.ts';
import { isE164 } from '#shared/phone.ts';
import type { Template } from '#shared/models/template.ts';
import { fillTemplate } from '#shared/templates/fill.ts';
import type { SlotValues, ValueProblem } from '#shared/templates/values.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { Clock } from '../clock.ts';
import { beginChat } from '../people/begin-chat.ts';
import { queueTemplate } from '../sending/send-template.ts';
import { openChat } from '../store/outgoing.ts';
import { findPresentFile } from '../store/own-files.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Reader, Store, WriteTx } from '../store/store.ts';
import { requireTemplate } from './find.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Sends a template with its values into a chat. Throws FrontdeskError; then nothing was stored. */
export function sendTemplate(
  { store, clock }: Deps,
  request: {
    readonly chatId: ChatId;
    readonly templateId: TemplateId;
    readonly values: SlotValues;
  },
): MessageId {
  return store.write((tx) => {
    const template = requireTemplate(tx, request.templateId);
    refuseStranger(tx, request.chatId, template);
    return queue(tx, template, request, clock());
  });
}

const TEST_PHONE = 'templates.test_phone';

/** The number to which the owner sends templates to try them; null while none was given. */
export function testPhone(db: Reader): string | null {
  const phone = readSetting(db, TEST_PHONE);
  return typeof phone === 'string' ? phone : null;
}

/** Sends a template to the owner's own phone, and remembers the number. Throws FrontdeskError. */
export function sendTest(
  { store, clock }: Deps,
  {
    templateId,
    values,
    phone,
  }: { readonly templateId: TemplateId; readonly values: SlotValues; readonly phone: string },
): ChatId {
  if (!isE164(phone)) {
    throw new FrontdeskError(
      'invalid_number',
      `“${phone}” is no phone number. Write it as +, country code and number: +5511912345678.`,
    );
  }
  return store.write((tx) => {
    const template = requireTemplate(tx, templateId);
    const chatId = beginChat(tx, template.accountId, phone, clock());
    queue(tx, template, { chatId, values }, clock());
    writeSetting(tx, TEST_PHONE, phone, clock());
    return chatId;
  });
}

function queue(
  tx: WriteTx,
  template: Template,
  { chatId, values }: { readonly chatId: ChatId; readonly values: SlotValues },
  now: number,
): MessageId {
  refuseUnsendable(template);
  const filled = fillTemplate(template, values);
  if (!filled.ok) {
    throw new FrontdeskError('bad_input', filled.problems.map(inWords).join(' '));
  }
  return queueTemplate(tx, { chatId, template: filled.template, mediaId: fileIn(tx, values) }, now);
}

function refuseStranger(db: Reader, chatId: ChatId, { accountId, name }: Template): void {
  const chat = openChat(db, chatId);
  if (chat === undefined || chat.accountId === accountId) return;
  throw new FrontdeskError(
    'conflict',
    `“${name}” belongs to another of your numbers than this chat. Choose a template of the chat’s number.`,
  );
}

function refuseUnsendable({ name, status, parts }: Template): void {
  if (status !== 'APPROVED') {
    throw new FrontdeskError(
      'conflict',
      `“${name}” can’t be sent now: Meta has it as ${status.toLowerCase().replaceAll('_', ' ')}. Choose an approved template.`,
    );
  }
  if (parts.buttons.some(({ type }) => type === 'MPM')) {
    throw new FrontdeskError(
      'conflict',
      `“${name}” shows products of a catalog, which must be chosen for each message. It can be sent over the API.`,
    );
  }
}

/** A message carries one file at most. */
function fileIn(db: Reader, values: SlotValues): MediaId | null {
  const files = Object.values(values).filter((value) => value.kind === 'file');
  const [file] = files;
  if (file === undefined) return null;
  if (files.length > 1) {
    throw new FrontdeskError(
      'bad_input',
      'A template with several files can be sent with links only. Give an https address for each picture.',
    );
  }
  if (findPresentFile(db, file.mediaId) !== undefined) return file.mediaId;
  throw new FrontdeskError(
    'not_found',
    'The file is not on this computer any more. Choose another.',
  );
}

function inWords({ key, code, values }: ValueProblem): string {
  switch (code) {
    case 'missing':
      return `There is no value for ${key}.`;
    case 'line_break':
      return `The value for ${key} has a line break or a tab, which WhatsApp does not take there.`;
    case 'many_spaces':
      return `The value for ${key} has more than ${values['limit']} spaces in a row, which WhatsApp does not take.`;
    case 'too_long':
      return `The value for ${key} has ${values['length']} characters; WhatsApp takes at most ${values['limit']}.`;
    case 'whole_too_long':
      return `With the value for ${key} the text has ${values['length']} characters; WhatsApp takes at most ${values['limit']}. Use shorter values.`;
    case 'code_characters':
      return `The code for ${key} may have letters and digits only.`;
    default:
      return unreachable(code);
  }
}
