import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelId } from '#shared/ids.ts';
import { showContacts, useContactList } from '../../../stores/contact-list.ts';
import type { ContactFilter } from '../../../stores/contact-list.ts';
import { chooseNobody } from '../../../stores/contact-selection.ts';
import { loadLabelCounts, loadLabels, useLabels } from '../../../stores/labels.ts';
import { Button } from '../../../ui/Button.tsx';
import { countryName } from '../../../ui/countries.ts';
import { FilterChip } from './FilterChip.tsx';
import type { FilterOption } from './FilterChip.tsx';
import { PeopleCount } from './PeopleCount.tsx';
import { SegmentFilter } from './SegmentFilter.tsx';
import styles from './ContactFilters.module.css';

type YesNo = 'yes' | 'no';

/** Whom the list shows, a chip for each question; and how many they are. */
export function ContactFilters() {
  const { t } = useTranslation();
  const filter = useContactList((state) => state.view.filter);
  const hasFilters = Object.values(filter).some((value) => value !== undefined);
  useEffect(() => void Promise.all([loadLabels(), loadLabelCounts()]), []);

  return (
    <div className={styles['row']}>
      <fieldset aria-label={t('contacts.filters.label')} className={styles['chips']}>
        <LabelFilter chosen={filter.labelId} />
        <SegmentFilter chosen={filter.segmentId} onChoose={(segmentId) => change({ segmentId })} />
        <YesNoFilter
          name={t('contacts.filters.consent')}
          yes={t('contacts.filters.optedOut')}
          no={t('contacts.filters.optedIn')}
          chosen={filter.optedOut}
          onChoose={(optedOut) => change({ optedOut })}
        />
        <YesNoFilter
          name={t('contacts.filters.isBlocked')}
          yes={t('contacts.filters.blocked')}
          no={t('contacts.filters.notBlocked')}
          chosen={filter.isBlocked}
          onChoose={(isBlocked) => change({ isBlocked })}
        />
        <YesNoFilter
          name={t('contacts.filters.isWindowOpen')}
          yes={t('contacts.filters.windowOpen')}
          no={t('contacts.filters.windowClosed')}
          chosen={filter.isWindowOpen}
          onChoose={(isWindowOpen) => change({ isWindowOpen })}
        />
        <CountryFilter chosen={filter.country} />
        <LanguageFilter chosen={filter.language} />
        {hasFilters && (
          <Button kind="text" className={styles['clear']} onClick={clearFilters}>
            {t('contacts.filters.clear')}
          </Button>
        )}
      </fieldset>
      <PeopleCount />
    </div>
  );
}

type FilterChange = { readonly [Name in keyof ContactFilter]: ContactFilter[Name] | undefined };

function change(part: FilterChange): void {
  const { filter } = useContactList.getState().view;
  const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
  chooseNobody();
  void showContacts({ filter: Object.fromEntries(next) });
}

function clearFilters(): void {
  chooseNobody();
  void showContacts({ filter: {} });
}

function LabelFilter({ chosen }: { readonly chosen: number | undefined }) {
  const { t } = useTranslation();
  const labels = useLabels((state) => state.all);
  const counts = useLabels((state) => state.counts);
  const options = labels.map(({ id, name, color }): FilterOption<LabelId> => ({
    value: id,
    name,
    color,
    people: counts.get(id)?.contacts,
  }));
  return (
    <FilterChip
      name={t('contacts.filters.labelId')}
      options={options}
      chosen={labels.find(({ id }) => id === chosen)?.id}
      onChoose={(labelId) => change({ labelId })}
    />
  );
}

interface YesNoFilterProps {
  readonly name: string;
  readonly yes: string;
  readonly no: string;
  readonly chosen: boolean | undefined;
  readonly onChoose: (value: boolean | undefined) => void;
}

function YesNoFilter({ name, yes, no, chosen, onChoose }: YesNoFilterProps) {
  const options: readonly FilterOption<YesNo>[] = [
    { value: 'yes', name: yes },
    { value: 'no', name: no },
  ];
  return (
    <FilterChip
      name={name}
      options={options}
      chosen={chosen === undefined ? undefined : chosen ? 'yes' : 'no'}
      onChoose={(value) => onChoose(value === undefined ? undefined : value === 'yes')}
    />
  );
}

function CountryFilter({ chosen }: { readonly chosen: string | undefined }) {
  const { t, i18n } = useTranslation();
  const countries = useContactList((state) => state.facets.countries);
  const options = countries.map(({ country, callingCode, people }) => ({
    value: country,
    name: `${countryName(country, i18n.language)} (${callingCode})`,
    people,
  }));
  return (
    <FilterChip
      name={t('contacts.filters.country')}
      options={options}
      chosen={chosen}
      onChoose={(country) => change({ country })}
    />
  );
}

function LanguageFilter({ chosen }: { readonly chosen: string | undefined }) {
  const { t, i18n } = useTranslation();
  const languages = useContactList((state) => state.facets.languages);
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const options = languages.map(({ language, people }) => ({
    value: language,
    name: names.of(language) ?? language,
    people,
  }));
  return (
    <FilterChip
      name={t('contacts.filters.language')}
      options={options}
      chosen={chosen}
      onChoose={(language) => change({ language })}
    />
  );
}
