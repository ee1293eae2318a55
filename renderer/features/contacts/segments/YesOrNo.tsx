import { Choice } from './Choice.tsx';

interface YesOrNoProps {
  readonly label: string;
  readonly isYes: boolean;
  readonly yes: string;
  readonly no: string;
  readonly onChange: (isYes: boolean) => void;
}

/** A question with two answers, each said in full. */
export function YesOrNo({ label, isYes, yes, no, onChange }: YesOrNoProps) {
  return (
    <Choice
      label={label}
      value={isYes ? 'yes' : 'no'}
      options={[
        { value: 'yes', text: yes },
        { value: 'no', text: no },
      ]}
      onChange={(value) => onChange(value === 'yes')}
    />
  );
}
