import type { TemplateCategory, TemplateContent } from '../models/template.ts';
import type { TemplateButton, TemplateParts } from '../models/template-parts.ts';

const COPY_THE_CODE: TemplateButton = {
  type: 'OTP',
  otp: 'COPY_CODE',
  text: '',
  autofillText: '',
  apps: [],
};

/** The template in another category, without the pieces that can't stand there. */
export function fitCategory(content: TemplateContent, category: TemplateCategory): TemplateContent {
  const { parts } = content;
  if (category === content.category) return content;
  if (category === 'AUTHENTICATION') {
    return { ...content, category, ttlSeconds: null, parts: onlyCode(parts) };
  }
  const offer = category === 'MARKETING' ? parts.offer : null;
  return { ...content, category, ttlSeconds: null, parts: { ...withoutCode(parts), offer } };
}

/** The words stay for whoever changes their mind: Meta is not told them. */
function onlyCode(parts: TemplateParts): TemplateParts {
  return { ...parts, header: null, footer: null, offer: null, cards: [], buttons: [COPY_THE_CODE] };
}

function withoutCode(parts: TemplateParts): TemplateParts {
  return {
    ...parts,
    body: { ...parts.body, addSecurityRecommendation: false },
    footer: parts.footer?.kind === 'expiry' ? null : parts.footer,
    buttons: parts.buttons.filter(({ type }) => type !== 'OTP'),
  };
}

/** A carousel stands under its words alone. */
export function besideCards(parts: TemplateParts): TemplateParts {
  return { ...parts, header: null, footer: null, offer: null, buttons: [] };
}
