import { useTranslation } from 'react-i18next';

/** Why Meta rejects templates. Source: meta-platform §1.9. */
const REASONS = [
  'ABUSIVE_CONTENT',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
] as const;

/** What a reason of Meta's means, and what to do. */
export function useReasonWords(): (reason: string | null) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = REASONS.find((one) => one === reason);
    if (known !== undefined) return t(`templates.reasons.${known}`);
    return reason === null ? t('templates.reasons.none') : t('templates.reasons.other', { reason });
  };
}
