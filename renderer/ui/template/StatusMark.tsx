import { useTranslation } from 'react-i18next';
import { Ban, CircleCheck, CircleX, Clock3, PauseCircle } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { TemplateStatus } from '#shared/models/template.ts';
import { classes } from '../classes.ts';
import styles from './template.module.css';

type Tone = 'good' | 'soon' | 'bad' | 'plain';

const LOOKS: Readonly<Record<TemplateStatus, readonly [LucideIcon, Tone]>> = {
  APPROVED: [CircleCheck, 'good'],
  PENDING: [Clock3, 'soon'],
  IN_APPEAL: [Clock3, 'soon'],
  PAUSED: [PauseCircle, 'soon'],
  REJECTED: [CircleX, 'bad'],
  DISABLED: [Ban, 'bad'],
  LIMIT_EXCEEDED: [Ban, 'bad'],
  PENDING_DELETION: [Ban, 'plain'],
  DELETED: [Ban, 'plain'],
  ARCHIVED: [Ban, 'plain'],
  LOCKED: [Ban, 'plain'],
  UNKNOWN: [Clock3, 'plain'],
};

/** How Meta has a template: shape, word and colour. */
export function StatusMark({ status }: { readonly status: TemplateStatus }) {
  const { t } = useTranslation();
  const [Icon, tone] = LOOKS[status];
  return (
    <span className={classes(styles['status'], styles[tone])}>
      <Icon aria-hidden="true" size={14} strokeWidth={2} />
      {t(`templates.statuses.${status}`)}
    </span>
  );
}
