import styles from './fields.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  /** It appeared because somebody wants to choose. */
  readonly isFirst?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** One thing out of several, as the system offers it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, isFirst = false, isInvalid = false } = props;
  return (
    <select
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever adds a rule goes on there
      autoFocus={isFirst}
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={props.describedBy}
      className={styles['choice']}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
