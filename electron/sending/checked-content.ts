import { FrontdeskError } from '#shared/errors.ts';
import type { Json } from '#shared/json.ts';
import { checkContent, isCheckedType } from '#shared/outgoing/content.ts';
import { isTooLong } from '#shared/outgoing/words.ts';

/**
 * The content as it goes to Meta. Throws FrontdeskError `message_too_long` for a text, `bad_input`
 * for anything else that Meta would refuse; the sentence names the field and its limit.
 */
export function checkedContent(type: string, content: Json): Json {
  if (!isCheckedType(type)) return content;
  const checked = checkContent(type, content);
  if (checked.ok) return checked.content;
  const [issue] = checked.issues;
  const isLongText = type === 'text' && issue !== undefined && isTooLong(issue);
  throw new FrontdeskError(
    isLongText ? 'message_too_long' : 'bad_input',
    issue?.message ?? 'WhatsApp would not take this message.',
  );
}
