import { useTranslation } from 'react-i18next';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import { changeContact, offerFormer } from '../stores/person-changes.ts';
import { EditableText } from '../ui/EditableText.tsx';
import { languageChoices } from '../ui/languages.ts';
import { DetailRow } from './Detail.tsx';
import styles from './person.module.css';

interface WrittenDetailsProps {
  readonly name: string;
  readonly profile: ContactProfile;
}

/** What the owner knows about the person. */
export function WrittenDetails({ name, profile }: WrittenDetailsProps) {
  const { t, i18n } = useTranslation();
  const { id, email, language } = profile;

  async function save(change: ContactChange, former: ContactChange) {
    const problem = await changeContact(id, change);
    if (problem === undefined) offerFormer(id, name, former);
    return problem;
  }

  return (
    <>
      <DetailRow name={t('context.email')}>
        <EditableText
          key={email}
          type="email"
          label={t('context.email')}
          value={email ?? ''}
          placeholder={t('context.add')}
          maxLength={254}
          onSave={(typed) => save({ email: typed === '' ? null : typed }, { email })}
        />
      </DetailRow>
      <DetailRow name={t('context.language')}>
        <select
          aria-label={t('context.language')}
          className={styles['select']}
          value={language ?? ''}
          onChange={({ target: { value } }) =>
            void save({ language: value === '' ? null : value }, { language })
          }
        >
          <option value="">{t('context.unknownLanguage')}</option>
          {languageChoices(i18n.language, language).map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice.name}
            </option>
          ))}
        </select>
      </DetailRow>
    </>
  );
}
