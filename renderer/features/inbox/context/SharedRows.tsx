import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FileText, Link2, MessageSquareShare } from 'lucide-react';
import { cleanFileName } from '#shared/file-name.ts';
import type { Message } from '#shared/models/message.ts';
import type { SharedKind } from '#shared/models/shared-files.ts';
import { findLinks } from '#shared/whatsapp-text/links.ts';
import { loadMoreShared } from '../../../stores/shared-files.ts';
import { jumpFromPanel } from '../../../stores/context.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { sizeText } from '../../../ui/size-text.ts';
import { rowTimeText } from '../../../ui/time-text.ts';
import { useNow } from '../../../ui/use-now.ts';
import { OutsideLink } from '../../../ui/message/OutsideLink.tsx';
import styles from './SharedView.module.css';

const ROW = 56;
const NEAR_THE_END = 12;

interface SharedRowsProps {
  readonly kind: Exclude<SharedKind, 'media'>;
  readonly messages: readonly Message[];
}

interface Entry {
  readonly key: string;
  readonly message: Message;
  /** Null: a document. */
  readonly url: string | null;
}

/** Links or documents, one below the other; only what is near the view is drawn. */
export function SharedRows({ kind, messages }: SharedRowsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(
    () => (kind === 'links' ? messages.flatMap(linksOf) : messages.map(documentOf)),
    [kind, messages],
  );
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler here, and nothing of it is passed on
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 6,
  });
  const isNearEnd = (virtual.range?.endIndex ?? 0) > entries.length - NEAR_THE_END;
  useEffect(() => {
    if (isNearEnd) void loadMoreShared();
  }, [isNearEnd, messages.length]);

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul
        aria-label={t(`shared.tabs.${kind}`)}
        className={styles['items']}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index];
          return (
            <li
              key={key}
              className={styles['item']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry !== undefined && <SharedRow entry={entry} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SharedRow({ entry: { message, url } }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const Icon = url === null ? FileText : Link2;
  const time = rowTimeText(message.timestamp, now, i18n.language);
  return (
    <div className={styles['entry']}>
      <span className={styles['icon']}>
        <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
      </span>
      <span className={styles['words']}>
        {url === null ? <DocumentName message={message} /> : <LinkName url={url} />}
        <span dir="auto" className={styles['under']}>
          {url === null ? [sizeOf(message, i18n.language), time].join('') : message.text}
        </span>
      </span>
      <IconButton
        icon={MessageSquareShare}
        label={t('shared.jump')}
        onClick={() => jumpFromPanel(message)}
      />
    </div>
  );
}

function LinkName({ url }: { readonly url: string }) {
  return (
    <span className={styles['name']}>
      <OutsideLink text={url.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '')} url={url} />
    </span>
  );
}

function DocumentName({ message: { content } }: { readonly message: Message }) {
  const { t } = useTranslation();
  if (content.kind !== 'media') return null;
  const { file, filename } = content;
  const name = filename === null ? t('content.document') : cleanFileName(filename);
  if (file?.state !== 'present') {
    return (
      <span dir="auto" className={styles['name']}>
        {name}
      </span>
    );
  }
  return (
    <button
      type="button"
      dir="auto"
      aria-label={t('media.save', { name })}
      className={styles['name']}
      onClick={() => window.frontdesk.shell.saveMedia(file.id)}
    >
      {name}
    </button>
  );
}

/** "214 kB · ", or nothing where the size is not known. */
function sizeOf({ content }: Message, locale: string): string {
  const bytes = content.kind === 'media' ? (content.file?.bytes ?? null) : null;
  return bytes === null ? '' : `${sizeText(bytes, locale)} · `;
}

function documentOf(message: Message): Entry {
  return { key: `document-${message.id}`, message, url: null };
}

function linksOf(message: Message): Entry[] {
  return findLinks(message.text, { steps: 0 })
    .filter(({ url }) => /^https?:/u.test(url))
    .map(({ url, start }) => ({ key: `link-${message.id}-${start}`, message, url }));
}
