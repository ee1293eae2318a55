import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview, MergeSide } from '#shared/models/merge.ts';
import { Hidden } from '../../../ui/Hidden.tsx';
import { LabelChip } from '../../../ui/LabelChip.tsx';
import { phoneText } from '../../../ui/contact-text.ts';
import { momentText } from '../../../ui/time-text.ts';
import styles from './Comparison.module.css';

/** Two people and what they would be as one, line by line. */
export function Comparison({ preview: { people, together } }: { readonly preview: MergePreview }) {
  const { t } = useTranslation();
  const lines = useLines();
  // What neither has is no reason for or against.
  const told = lines.filter(({ of }) => of(together) !== null);
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">
            <Hidden>{t('merges.line')}</Hidden>
          </th>
          {people.map(({ name, createdAt }, index) => (
            <th key={`${createdAt} ${index}`} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
          <th scope="col" className={styles['together']}>
            {t('merges.together')}
          </th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of(people[0]) ?? <Nothing />}</td>
            <td>{of(people[1]) ?? <Nothing />}</td>
            <td className={styles['together']}>{of(together)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return <span className={styles['nothing']}>{t('merges.nothing')}</span>;
}

interface Line {
  readonly name: string;
  /** Null: nothing is known. */
  readonly of: (side: MergeSide) => ReactNode;
}

function useLines(): Line[] {
  const { t, i18n } = useTranslation();
  const when = (at: number) => momentText(at, i18n.language);
  return [
    { name: t('merges.name'), of: ({ name }) => <bdi>{name}</bdi> },
    {
      name: t('merges.phones'),
      of: ({ phones }) =>
        phones.length === 0
          ? null
          : phones.map((phone) => (
              <bdi key={phone} className={styles['line']}>
                {phoneText(phone)}
              </bdi>
            )),
    },
    {
      name: t('merges.username'),
      of: ({ username }) => (username === null ? null : <bdi>@{username}</bdi>),
    },
    {
      name: t('merges.email'),
      of: ({ email }) => (email === null ? null : <bdi>{email}</bdi>),
    },
    {
      name: t('merges.labels'),
      of: ({ labels }) =>
        labels.length === 0 ? null : (
          <span className={styles['labels']}>
            {labels.map((label) => (
              <LabelChip key={label.id} label={label} />
            ))}
          </span>
        ),
    },
    {
      name: t('merges.history'),
      of: ({ chats, messages }) =>
        `${t('merges.chats', { count: chats })} · ${t('merges.messages', { count: messages })}`,
    },
    { name: t('merges.offers'), of: (side) => offersText(side, when) },
    {
      name: t('merges.blocks'),
      of: ({ isBlocked }) => (isBlocked ? t('merges.blocked') : t('merges.notBlocked')),
    },
    {
      name: t('merges.notes'),
      of: ({ notes }) =>
        notes === '' ? null : (
          <span dir="auto" className={styles['notes']}>
            {notes}
          </span>
        ),
    },
    { name: t('merges.added'), of: ({ createdAt }) => when(createdAt) },
  ];

  function offersText({ consent, isOptedOut }: MergeSide, text: typeof when): string {
    if (consent !== null) return t(`merges.${consent.kind}`, { when: text(consent.at) });
    return isOptedOut ? t('merges.optedOut') : t('merges.neverSaid');
  }
}
