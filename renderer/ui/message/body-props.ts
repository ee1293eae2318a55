import type { ReactNode } from 'react';
import type { MessageContent } from '#shared/models/message-content.ts';

/** What a body of this kind is drawn from. */
export interface BodyProps<Kind extends MessageContent['kind']> {
  readonly content: Extract<MessageContent, { readonly kind: Kind }>;
  /** Time and ticks. */
  readonly meta: ReactNode;
}
