import type { JsonObject } from '#shared/json.ts';
import type { Attachment } from '#shared/models/attachment.ts';
import { unreachable } from '#shared/unreachable.ts';

/** What Meta takes under the name of the type, except for the id of the file. Source: meta-platform §1.3. */
export function fileContent(
  { sendAs, name, isVoice }: Pick<Attachment, 'sendAs' | 'name' | 'isVoice'>,
  caption: string,
): JsonObject {
  const words = caption === '' ? {} : { caption };
  switch (sendAs) {
    case 'image':
    case 'video':
      return words;
    case 'document':
      return { ...words, filename: name };
    case 'audio':
      return isVoice ? { voice: true } : {};
    case 'sticker':
      return {};
    default:
      return unreachable(sendAs);
  }
}
