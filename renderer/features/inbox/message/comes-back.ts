import type { Message } from '#shared/models/message.ts';

/** Whether it can be brought back into the field as long as it has not left. */
export function comesBack({ type, content }: Message): boolean {
  return type === 'text' || (content.kind === 'media' && content.file !== null);
}
