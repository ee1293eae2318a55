import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#shared/models/timeline.ts';
import { unreachable } from '#shared/unreachable.ts';
import { knownSource } from './consent-source.ts';

/** One touch as a short sentence. */
export function useTimelineWords(): (entry: TimelineEntry) => string {
  const { t } = useTranslation();
  return (entry) => {
    switch (entry.kind) {
      case 'began':
        return t(entry.direction === 'inbound' ? 'timeline.theyBegan' : 'timeline.youBegan');
      case 'referral':
        return entry.headline === null
          ? t(`referral.${entry.source}`)
          : t('timeline.came', { how: t(`referral.${entry.source}`), headline: entry.headline });
      case 'consent': {
        const source = knownSource(entry.source);
        const words = t(`timeline.${entry.change}`);
        return source === undefined ? words : `${words} · ${t(`consent.source.${source}`)}`;
      }
      case 'blocked': {
        const words = t(`timeline.blocked.${entry.by}`, { account: entry.accountName });
        return entry.reason === '' ? words : `${words} · ${entry.reason}`;
      }
      case 'unblocked':
        return t(`timeline.unblocked.${entry.by}`, { account: entry.accountName });
      case 'message':
        return contentWords(entry);
      default:
        return unreachable(entry);
    }
  };

  function contentWords({ content }: Extract<TimelineEntry, { kind: 'message' }>): string {
    if (content.kind === 'system') {
      return content.body === '' ? t(`content.system.${content.event}`) : content.body;
    }
    if (content.kind === 'order') {
      const count = content.items.reduce((sum, { quantity }) => sum + quantity, 0);
      return t('timeline.ordered', { items: t('content.orderItems', { count }) });
    }
    if (content.kind === 'template') return t('timeline.template', { name: content.name });
    return t(content.kind === 'flow_answer' ? 'timeline.form' : 'timeline.other');
  }
}
