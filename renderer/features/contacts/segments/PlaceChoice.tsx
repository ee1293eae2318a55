import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#shared/models/segment.ts';
import { countryChoices } from '../../../ui/countries.ts';
import { Choice } from './Choice.tsx';
import type { RuleNames } from './rule-names.ts';
import { YesOrNo } from './YesOrNo.tsx';

interface PlaceChoiceProps {
  readonly rule: Extract<Rule, { readonly kind: 'language' | 'country' }>;
  readonly names: RuleNames;
  readonly onChange: (rule: Rule) => void;
}

/** No code is as long. */
const UNKNOWN = 'unknown';

/** A language or a country, or any other than that. */
export function PlaceChoice({ rule, names, onChange }: PlaceChoiceProps) {
  const { t, i18n } = useTranslation();
  const countries = useMemo(
    () => countryChoices(i18n.language).map(({ code, name }) => ({ value: code, text: name })),
    [i18n.language],
  );
  if (rule.kind === 'country') {
    return (
      <>
        <YesOrNo
          label={t('segments.field.has')}
          isYes={rule.is}
          yes={t('segments.field.isFrom')}
          no={t('segments.field.isNotFrom')}
          onChange={(is) => onChange({ ...rule, is })}
        />
        <Choice<string>
          label={t('segments.field.country')}
          value={rule.country}
          options={countries}
          onChange={(country) => onChange({ ...rule, country })}
        />
      </>
    );
  }
  const codes = new Set([...names.languages, ...(rule.language === null ? [] : [rule.language])]);
  return (
    <>
      <YesOrNo
        label={t('segments.field.has')}
        isYes={rule.is}
        yes={t('segments.field.speaks')}
        no={t('segments.field.speaksNot')}
        onChange={(is) => onChange({ ...rule, is })}
      />
      <Choice
        label={t('segments.field.language')}
        value={rule.language ?? UNKNOWN}
        options={[
          ...Array.from(codes, (code) => ({ value: code, text: names.language(code) })),
          { value: UNKNOWN, text: t('segments.field.unknownLanguage') },
        ]}
        onChange={(code) => onChange({ ...rule, language: code === UNKNOWN ? null : code })}
      />
    </>
  );
}
