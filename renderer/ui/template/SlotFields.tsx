import { useTranslation } from 'react-i18next';
import type { TemplateSlot } from '#shared/templates/slots.ts';
import { valueProblem } from '#shared/templates/values.ts';
import type { SlotValue, SlotValues } from '#shared/templates/values.ts';
import { unreachable } from '#shared/unreachable.ts';
import { dateFieldText, dayOfField } from '../time-text.ts';
import { TextField } from '../TextField.tsx';
import { MediaField } from './MediaField.tsx';
import { useSlotWords } from './use-slot-words.ts';
import styles from './template.module.css';

export interface Idea {
  readonly label: string;
  readonly text: string;
}

interface SlotFieldsProps {
  readonly slots: readonly TemplateSlot[];
  readonly values: SlotValues;
  /** False until the owner tried to send: nobody is told off for what is not written yet. */
  readonly showsProblems: boolean;
  /** What one click can put into a text. */
  readonly ideas?: readonly Idea[];
  readonly onChange: (values: SlotValues) => void;
}

/** A field for everything that a template needs to be sent. */
export function SlotFields({ slots, values, showsProblems, ideas, onChange }: SlotFieldsProps) {
  const { t } = useTranslation();
  const words = useSlotWords();
  if (slots.length === 0) return <p>{t('templates.slots.none')}</p>;
  return (
    <div className={styles['slots']}>
      {slots.map((slot) => {
        const value = values[slot.key];
        const problem = valueProblem(slot, value);
        const isSaid = problem !== undefined && (showsProblems || problem.code !== 'missing');
        return (
          <SlotField
            key={slot.key}
            slot={slot}
            value={value}
            ideas={ideas ?? []}
            problem={isSaid ? words.problem(problem) : undefined}
            onChange={(next) => onChange({ ...values, [slot.key]: next })}
          />
        );
      })}
    </div>
  );
}

interface SlotFieldProps {
  readonly slot: TemplateSlot;
  readonly value: SlotValue | undefined;
  readonly ideas: readonly Idea[];
  readonly problem: string | undefined;
  readonly onChange: (value: SlotValue) => void;
}

function SlotField({ slot, value, ideas, problem, onChange }: SlotFieldProps) {
  const { label } = useSlotWords();
  const name = label(slot);
  switch (slot.kind) {
    case 'text':
    case 'link_end':
    case 'code':
      return (
        <div>
          <TextField
            label={name}
            value={value?.kind === 'text' ? value.text : ''}
            placeholder={slot.example}
            problem={problem}
            {...(slot.kind === 'link_end' && { hint: slot.stem, dir: 'ltr' })}
            onChange={(text) => onChange({ kind: 'text', text })}
          />
          {slot.kind === 'text' && ideas.length > 0 && (
            <Ideas
              ideas={ideas}
              slot={name}
              onChoose={(text) => onChange({ kind: 'text', text })}
            />
          )}
        </div>
      );
    case 'media':
      return (
        <MediaField
          media={slot.media}
          value={value}
          name={name}
          problem={problem}
          onChange={onChange}
        />
      );
    case 'location':
      return <PlaceFields value={value} name={name} problem={problem} onChange={onChange} />;
    case 'product':
      return <ProductFields value={value} name={name} problem={problem} onChange={onChange} />;
    case 'offer_end':
      return (
        <label className={styles['slots']}>
          {name}
          <input
            type="date"
            value={value?.kind === 'time' ? dateFieldText(value.at) : ''}
            onChange={(event) => {
              const at = dayOfField(event.target.value);
              if (at !== undefined) onChange({ kind: 'time', at });
            }}
          />
        </label>
      );
    default:
      return unreachable(slot);
  }
}

interface IdeasProps {
  readonly ideas: readonly Idea[];
  readonly slot: string;
  readonly onChoose: (text: string) => void;
}

function Ideas({ ideas, slot, onChoose }: IdeasProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['ideas']}>
      {ideas.map(({ label, text }) => (
        <button
          key={label}
          type="button"
          className={styles['idea']}
          aria-label={t('templates.slots.putInto', { what: label, slot })}
          onClick={() => onChoose(text)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly value: SlotValue | undefined;
  readonly name: string;
  readonly problem: string | undefined;
  readonly onChange: (value: SlotValue) => void;
}

function PlaceFields({ value, name, problem, onChange }: GroupProps) {
  const { t } = useTranslation();
  const place =
    value?.kind === 'location'
      ? value
      : ({ kind: 'location', latitude: '', longitude: '', name: '', address: '' } as const);
  return (
    <fieldset className={styles['slots']}>
      <legend>{name}</legend>
      {(['name', 'address', 'latitude', 'longitude'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`templates.slots.place.${field}`)}
          value={place[field]}
          problem={field === 'name' ? problem : undefined}
          onChange={(text) => onChange({ ...place, [field]: text })}
        />
      ))}
    </fieldset>
  );
}

function ProductFields({ value, name, problem, onChange }: GroupProps) {
  const { t } = useTranslation();
  const product =
    value?.kind === 'product'
      ? value
      : ({ kind: 'product', catalogId: '', productId: '' } as const);
  return (
    <fieldset className={styles['slots']}>
      <legend>{name}</legend>
      {(['catalogId', 'productId'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`templates.slots.product.${field}`)}
          dir="ltr"
          value={product[field]}
          problem={field === 'catalogId' ? problem : undefined}
          onChange={(text) => onChange({ ...product, [field]: text })}
        />
      ))}
    </fieldset>
  );
}
