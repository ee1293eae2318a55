import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ban, MessageSquareOff } from 'lucide-react';
import { unreachable } from '#shared/unreachable.ts';
import type { Message } from '#shared/models/message.ts';
import { MediaBody } from '../media/MediaBody.tsx';
import { Words } from '../../../ui/message/Words.tsx';
import { AnswerBody, FlowAnswerBody } from './AnswerBody.tsx';
import { ContactCards } from './ContactCards.tsx';
import { InteractiveBody } from './InteractiveBody.tsx';
import { LocationCard } from './LocationCard.tsx';
import { OrderCard } from './OrderCard.tsx';
import { PlainWords } from '../../../ui/message/PlainWords.tsx';
import { TemplateBody } from '../../../ui/message/TemplateBody.tsx';
import { UnknownBody } from './UnknownBody.tsx';
import styles from '../../../ui/message/content.module.css';

interface MessageBodyProps {
  readonly message: Message;
  readonly meta: ReactNode;
}

/** What is inside the bubble, for every kind of message there is. */
export function MessageBody({ message, meta }: MessageBodyProps) {
  const { t } = useTranslation();
  const { content } = message;
  if (message.isDeleted) {
    return (
      <p className={styles['aside']}>
        <Ban aria-hidden="true" size={15} strokeWidth={1.75} className={styles['asideIcon']} />
        {t('message.deleted')}
        {meta}
      </p>
    );
  }
  switch (content.kind) {
    case 'text':
      return <Words text={content.body} meta={meta} />;
    case 'media':
      return <MediaBody message={message} content={content} meta={meta} />;
    case 'location':
      return <LocationCard content={content} meta={meta} />;
    case 'contacts':
      return <ContactCards content={content} meta={meta} />;
    case 'answer':
      return <AnswerBody content={content} meta={meta} />;
    case 'flow_answer':
      return <FlowAnswerBody content={content} meta={meta} />;
    case 'interactive':
      return <InteractiveBody content={content} meta={meta} />;
    case 'template':
      return <TemplateBody content={content} meta={meta} />;
    case 'order':
      return <OrderCard content={content} meta={meta} />;
    case 'reaction':
      return <Words text={content.emoji ?? t('preview.reaction')} meta={meta} />;
    case 'system':
      return <Words text={content.body} meta={meta} />;
    case 'unsupported':
      return (
        <p className={styles['aside']}>
          <MessageSquareOff
            aria-hidden="true"
            size={15}
            strokeWidth={1.75}
            className={styles['asideIcon']}
          />
          {t('content.unsupported')}
          {content.whatsappType !== null && (
            <span className={styles['faint']}>
              {' '}
              <PlainWords text={t('content.unsupportedType', { type: content.whatsappType })} />
            </span>
          )}
          {meta}
        </p>
      );
    case 'unknown':
      return <UnknownBody content={content} meta={meta} />;
    default:
      return unreachable(content);
  }
}
