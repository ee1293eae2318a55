import { useTranslation } from 'react-i18next';
import { MAX_TEXT_LENGTH } from '#shared/limits.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './LengthCounter.module.css';

const SHOWN_FROM = MAX_TEXT_LENGTH - 300;

/** Speaks up only near the limit. */
export function LengthCounter({ length }: { readonly length: number }) {
  const { t, i18n } = useTranslation();
  if (length < SHOWN_FROM) return null;
  const over = length - MAX_TEXT_LENGTH;
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <output className={classes(styles['counter'], over > 0 && styles['over'])}>
      {over > 0
        ? t('composer.tooLong', { count: over })
        : t('composer.counter', { used: number(length), limit: number(MAX_TEXT_LENGTH) })}
    </output>
  );
}
