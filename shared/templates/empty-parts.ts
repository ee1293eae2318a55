import type { TemplateBody, TemplateParts } from '../models/template-parts.ts';

const NOTHING: TemplateBody = { text: '', examples: {}, addSecurityRecommendation: false };

/** A template of which nothing is written yet. */
export const EMPTY_PARTS: TemplateParts = {
  header: null,
  body: NOTHING,
  footer: null,
  buttons: [],
  offer: null,
  cards: [],
  others: [],
};
