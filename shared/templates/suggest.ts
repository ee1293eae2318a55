import type { TemplateParts } from '../models/template-parts.ts';
import type { TemplateSlot } from './slots.ts';

/** What is known of the person who gets a template. Empty where it is not known. */
export interface Addressee {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

const FIRST_NAME = /^(first_?name|nome|nombre|vorname|prenom)$/u;
const WHOLE_NAME = /^(name|full_?name|customer(_name)?|client(_name)?|contact_name)$/u;
const PHONE = /^(phone|mobile|telephone|whatsapp|telefone|telefono)$/u;
const EMAIL = /^e_?mail$/u;

/** A greeting right before the variable: whoever is greeted there is the addressee. */
const GREETING =
  /(?:^|[\s*_])(?:hi|hello|hey|dear|oi|olá|ola|hola|hallo|liebe|lieber|bonjour|salut|ciao|cher|chère)[\s,*_]*$/iu;

/** What most likely belongs into a slot for this person; empty where nobody can know. */
export function suggestValue(slot: TemplateSlot, parts: TemplateParts, person: Addressee): string {
  if (slot.kind !== 'text') return '';
  const { variable } = slot;
  if (FIRST_NAME.test(variable)) return firstName(person.name);
  if (WHOLE_NAME.test(variable)) return person.name;
  if (PHONE.test(variable)) return person.phone;
  if (EMAIL.test(variable)) return person.email;
  const before = parts.body.text.split(`{{${variable}}}`)[0] ?? '';
  const isGreeted = slot.key === `body.${variable}` && GREETING.test(before);
  return isGreeted ? firstName(person.name) : '';
}

/** A name that is only a number is no name to greet with. */
export function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/u);
  return /\p{L}/u.test(first) ? first : '';
}
