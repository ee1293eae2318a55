import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { FieldType } from '#shared/models/contact-field.ts';
import { useLabels } from '../../../stores/labels.ts';
import { useSegments } from '../../../stores/segments.ts';
import { countryName } from '../../../ui/countries.ts';

interface NamedField {
  readonly id: CustomFieldId;
  readonly name: string;
  readonly type: FieldType;
}

/** How what rules are about is called now. Lists are in the order in which they are offered. */
export interface RuleNames {
  readonly labels: readonly { readonly id: LabelId; readonly name: string }[];
  readonly campaigns: readonly { readonly id: CampaignId; readonly name: string }[];
  readonly fields: readonly NamedField[];
  /** Codes, those that people have. */
  readonly languages: readonly string[];
  readonly language: (code: string) => string;
  readonly country: (code: string) => string;
  readonly day: (date: string) => string;
  readonly number: (value: number) => string;
  /** “A, B, and C”, or with “or”. */
  readonly list: (parts: readonly string[], kind: 'conjunction' | 'disjunction') => string;
}

/** Undefined until everything has a name: what is not loaded yet must not look deleted. */
export function useRuleNames(): RuleNames | undefined {
  const { i18n } = useTranslation();
  const labels = useLabels((state) => state.all);
  const choices = useSegments((state) => state.choices);
  return useMemo(
    () =>
      choices && {
        labels,
        campaigns: choices.campaigns,
        fields: choices.fields,
        languages: withFamilies(choices.languages),
        ...namesIn(i18n.language),
      },
    [labels, choices, i18n.language],
  );
}

/** `pt-BR` is offered as Portuguese of any country too. */
function withFamilies(codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap((code) => [code.replace(/-.*$/, ''), code]))];
}

type Naming = Pick<RuleNames, 'language' | 'country' | 'day' | 'number' | 'list'>;

export function namesIn(locale: string): Naming {
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  return {
    language: (code) => languages.of(code) ?? code,
    country: (code) => countryName(code, locale),
    day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
    number: (value) => numbers.format(value),
    list: (parts, type) => new Intl.ListFormat(locale, { type }).format(parts),
  };
}
