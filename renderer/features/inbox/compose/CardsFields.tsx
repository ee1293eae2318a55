import { useTranslation } from 'react-i18next';
import type { ChatContact } from '#shared/models/chat.ts';
import { OUTGOING_LIMITS } from '#shared/outgoing/limits.ts';
import { replaced, without } from '../../../stores/composition-forms.ts';
import type { CardForm, FormOf } from '../../../stores/composition-forms.ts';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldsProps } from './FormFields.tsx';
import { GroupProblem } from './GroupProblem.tsx';
import { KnownContacts } from './KnownContacts.tsx';
import { AddOne, TakeAway } from './OneMore.tsx';
import type { Problems } from './problems.ts';
import { useProblemWords } from './use-problem-words.ts';
import styles from './compose.module.css';

const EMPTY_PHONE = { number: '', waId: null } as const;

export function CardsFields({ form, problems, onChange }: FieldsProps<FormOf<'contacts'>>) {
  const { t } = useTranslation();
  const { cards } = form;
  const hasRoom = cards.length < OUTGOING_LIMITS.cards;
  const isMissing = problems.has('contacts');

  function add(card: Omit<CardForm, 'key'>) {
    onChange({ ...form, cards: [...cards, { key: crypto.randomUUID(), ...card }] });
  }

  return (
    <>
      {hasRoom && <KnownContacts onChoose={(contact) => add(cardOf(contact))} />}
      {cards.map((card, index) => (
        <CardFields
          key={card.key}
          card={card}
          number={index + 1}
          problems={problems}
          onChange={(next) => onChange({ ...form, cards: replaced(cards, index, next) })}
          onRemove={() => onChange({ ...form, cards: without(cards, index) })}
        />
      ))}
      <GroupProblem words={isMissing ? t('compose.noCards') : undefined} />
      {hasRoom ? (
        <AddOne
          label={t('compose.typeCard')}
          onClick={() => add({ name: '', company: '', phones: [EMPTY_PHONE] })}
        />
      ) : (
        <p className={styles['lead']}>{t('compose.cardsFull', { limit: OUTGOING_LIMITS.cards })}</p>
      )}
    </>
  );
}

function cardOf({ name, phone }: ChatContact): Omit<CardForm, 'key'> {
  const phones = phone === null ? [] : [{ number: phone, waId: phone.slice(1) }];
  return { name, company: '', phones };
}

interface CardFieldsProps {
  readonly card: CardForm;
  readonly number: number;
  readonly problems: Problems;
  readonly onChange: (card: CardForm) => void;
  readonly onRemove: () => void;
}

function CardFields({ card, number, problems, onChange, onRemove }: CardFieldsProps) {
  const { t } = useTranslation();
  const wrong = useProblemWords(problems);
  const path = `contacts.${number - 1}`;
  const { phones } = card;
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>{t('compose.fields.card', { number })}</legend>
      <TextField
        label={t('compose.fields.name')}
        value={card.name}
        problem={wrong(`${path}.name.formatted_name`)}
        onChange={(name) => onChange({ ...card, name })}
      >
        <TakeAway label={t('compose.removeCard', { number })} onClick={onRemove} />
      </TextField>
      {phones.map((phone, index) => (
        <TextField
          key={index}
          label={t('compose.fields.phone', { number: index + 1 })}
          dir="ltr"
          placeholder="+"
          value={phone.number}
          problem={wrong(`${path}.phones.${index}.phone`)}
          onChange={(typed) =>
            onChange({ ...card, phones: replaced(phones, index, { number: typed, waId: null }) })
          }
        >
          {phones.length > 1 && (
            <TakeAway
              label={t('compose.removePhone', { number: index + 1 })}
              onClick={() => onChange({ ...card, phones: without(phones, index) })}
            />
          )}
        </TextField>
      ))}
      {phones.length < OUTGOING_LIMITS.phonesOfCard && (
        <AddOne
          label={t('compose.addPhone')}
          onClick={() => onChange({ ...card, phones: [...phones, EMPTY_PHONE] })}
        />
      )}
      <TextField
        label={t('compose.fields.company')}
        value={card.company}
        problem={wrong(`${path}.org.company`)}
        onChange={(company) => onChange({ ...card, company })}
      />
    </fieldset>
  );
}
