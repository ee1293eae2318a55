/** Every rule of Meta's that a template can break; the screen has words for each. */
export const PROBLEM_CODES = [
  'missing',
  'too_long',
  'name_characters',
  'language_form',
  'variable_malformed',
  'variable_kind',
  'variable_gap',
  'variable_at_edge',
  'variables_too_many',
  'variables_not_here',
  'few_words',
  'example_missing',
  'one_line_only',
  'blank_lines',
  'many_spaces',
  'no_formatting',
  'sample_missing',
  'too_many_buttons',
  'too_many_of_kind',
  'replies_apart',
  'no_desktop',
  'link_form',
  'link_variable_place',
  'link_example',
  'phone_form',
  'code_characters',
  'minutes_range',
  'ttl_range',
  'otp_missing',
  'otp_alone',
  'otp_elsewhere',
  'app_missing',
  'too_many_apps',
  'not_in_authentication',
  'card_count',
  'card_header',
  'cards_differ',
  'not_with_cards',
  'card_button_count',
  'offer_category',
  'offer_needs_code',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface TemplateProblem {
  readonly code: ProblemCode;
  /** Where: `name`, `header`, `body`, `body.example.1`, `buttons.0.text`, `cards.2.body`. */
  readonly place: string;
  /** Fill the words' blanks: limits, lengths, names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** A hint does not keep it from being handed in: Meta takes it, or does not say where its bound is. */
  readonly isHint: boolean;
}

export function problem(
  code: ProblemCode,
  place: string,
  values: TemplateProblem['values'] = {},
): TemplateProblem {
  return { code, place, values, isHint: false };
}

export function hint(
  code: ProblemCode,
  place: string,
  values: TemplateProblem['values'] = {},
): TemplateProblem {
  return { code, place, values, isHint: true };
}
