import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { beginning } from '#shared/whatsapp-text/beginning.ts';
import { emojiOnly } from '#shared/whatsapp-text/emoji-only.ts';
import { classes } from '../classes.ts';
import { FormattedText } from './FormattedText.tsx';
import styles from './Words.module.css';

interface WordsProps {
  readonly text: string;
  /** Time and ticks; they stand in the last line when it has room. */
  readonly meta?: ReactNode;
}

/** The words of a message as WhatsApp shows them. A very long one unfolds step by step. */
export function Words({ text, meta }: WordsProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const shown = beginning(text, step);
  const isCut = shown.length < text.length;
  const emoji = emojiOnly(text);
  const formatted = useMemo(() => <FormattedText text={shown} />, [shown]);
  return (
    <div
      dir="auto"
      className={classes(styles['words'], emoji !== undefined && styles[`emoji${emoji}`])}
    >
      {formatted}
      {isCut && (
        <>
          …{' '}
          <button type="button" className={styles['more']} onClick={() => setStep(step + 1)}>
            {t('message.readMore')}
          </button>
        </>
      )}
      {meta}
    </div>
  );
}
