import { z } from 'zod';
import {
  carouselQuestion,
  catalogQuestion,
  flowQuestion,
  productListQuestion,
  productQuestion,
} from './interactive-commerce.ts';
import {
  buttonQuestion,
  callQuestion,
  contactQuestion,
  linkQuestion,
  listQuestion,
  locationQuestion,
} from './interactive-questions.ts';

/** Every question that a business can ask. Source: meta-platform §1.4. */
export const interactiveSchema = z.discriminatedUnion(
  'type',
  [
    buttonQuestion,
    listQuestion,
    linkQuestion,
    locationQuestion,
    contactQuestion,
    callQuestion,
    productQuestion,
    productListQuestion,
    catalogQuestion,
    flowQuestion,
    carouselQuestion,
  ],
  'This is no kind of interactive message that WhatsApp takes.',
);

/** The questions that the screen can compose. */
export const composedQuestionSchema = z.discriminatedUnion('type', [
  buttonQuestion,
  listQuestion,
  linkQuestion,
  locationQuestion,
  contactQuestion,
]);

export type ComposedQuestion = z.input<typeof composedQuestionSchema>;
