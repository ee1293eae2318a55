import { unreachable } from '#shared/unreachable.ts';
import type { Form } from '../../../stores/composition-forms.ts';
import { ButtonsFields } from './ButtonsFields.tsx';
import { CardsFields } from './CardsFields.tsx';
import { AskFields, LinkFields } from './QuestionFields.tsx';
import { ListFields } from './ListFields.tsx';
import { LocationFields } from './LocationFields.tsx';
import type { Problems } from './problems.ts';

export interface FieldsProps<Part extends Form> {
  readonly form: Part;
  readonly problems: Problems;
  readonly onChange: (form: Part) => void;
}

export function FormFields({ form, problems, onChange }: FieldsProps<Form>) {
  switch (form.kind) {
    case 'location':
      return <LocationFields form={form} problems={problems} onChange={onChange} />;
    case 'contacts':
      return <CardsFields form={form} problems={problems} onChange={onChange} />;
    case 'buttons':
      return <ButtonsFields form={form} problems={problems} onChange={onChange} />;
    case 'list':
      return <ListFields form={form} problems={problems} onChange={onChange} />;
    case 'link':
      return <LinkFields form={form} problems={problems} onChange={onChange} />;
    case 'askLocation':
    case 'askContact':
      return <AskFields form={form} problems={problems} onChange={onChange} />;
    default:
      return unreachable(form);
  }
}
