import type { SavedPlaceId } from '#shared/ids.ts';

/** What can be put together beside text and files, in the order of the menu. */
export const FORM_KINDS = [
  'location',
  'contacts',
  'buttons',
  'list',
  'link',
  'askLocation',
  'askContact',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export interface CardForm {
  /** Tells cards apart while they are moved about. */
  readonly key: string;
  readonly name: string;
  readonly company: string;
  readonly phones: readonly PhoneForm[];
}

export interface PhoneForm {
  readonly number: string;
  /** Known for people who write over WhatsApp; the customer can then write to them with a tap. */
  readonly waId: string | null;
}

export interface RowForm {
  readonly title: string;
  readonly description: string;
}

export interface SectionForm {
  readonly title: string;
  readonly rows: readonly RowForm[];
}

interface QuestionForm {
  readonly heading: string;
  readonly body: string;
  readonly footer: string;
}

/** What stands in the fields, finished or not. */
export type Form =
  | {
      readonly kind: 'location';
      readonly pasted: string;
      readonly name: string;
      readonly address: string;
      readonly latitude: string;
      readonly longitude: string;
      /** The saved place that was picked; null for one that was typed. */
      readonly placeId: SavedPlaceId | null;
    }
  | { readonly kind: 'contacts'; readonly cards: readonly CardForm[] }
  | ({ readonly kind: 'buttons'; readonly titles: readonly string[] } & QuestionForm)
  | ({
      readonly kind: 'list';
      readonly opener: string;
      readonly sections: readonly SectionForm[];
    } & QuestionForm)
  | ({ readonly kind: 'link'; readonly title: string; readonly url: string } & QuestionForm)
  | { readonly kind: 'askLocation'; readonly body: string }
  | { readonly kind: 'askContact'; readonly body: string };

export type FormOf<Kind extends FormKind> = Extract<Form, { readonly kind: Kind }>;

export const EMPTY_ROW: RowForm = { title: '', description: '' };
const NO_QUESTION: QuestionForm = { heading: '', body: '', footer: '' };

const EMPTY: { readonly [Kind in FormKind]: FormOf<Kind> } = {
  location: {
    kind: 'location',
    pasted: '',
    name: '',
    address: '',
    latitude: '',
    longitude: '',
    placeId: null,
  },
  contacts: { kind: 'contacts', cards: [] },
  buttons: { kind: 'buttons', ...NO_QUESTION, titles: [''] },
  list: {
    kind: 'list',
    ...NO_QUESTION,
    opener: '',
    sections: [{ title: '', rows: [EMPTY_ROW] }],
  },
  link: { kind: 'link', ...NO_QUESTION, title: '', url: '' },
  askLocation: { kind: 'askLocation', body: '' },
  askContact: { kind: 'askContact', body: '' },
};

export function emptyForm(kind: FormKind): Form {
  return EMPTY[kind];
}

/** Whether there is nothing in it that somebody would miss. */
export function isUntouched(form: Form): boolean {
  return JSON.stringify(form) === JSON.stringify(EMPTY[form.kind]);
}

/** The list with one element changed. */
export function replaced<T>(all: readonly T[], at: number, next: T): readonly T[] {
  return all.map((one, index) => (index === at ? next : one));
}

export function without<T>(all: readonly T[], at: number): readonly T[] {
  return all.filter((_one, index) => index !== at);
}
