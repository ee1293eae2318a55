import type { TemplateParts } from '../models/template-parts.ts';

const CODE = '*{{1}}* is your verification code.';
const SECURITY = ' For your security, do not share this code.';

/**
 * An authentication template with the words that Meta will write, in English, for a preview before
 * Meta has told them. Source: meta-platform §5.4.
 */
export function withCodeWords(parts: TemplateParts): TemplateParts {
  const { body, footer } = parts;
  return {
    ...parts,
    body: {
      ...body,
      text: body.addSecurityRecommendation ? `${CODE}${SECURITY}` : CODE,
      examples: { 1: '123456' },
    },
    footer:
      footer?.kind === 'expiry'
        ? { kind: 'text', text: `This code expires in ${footer.minutes} minutes.` }
        : footer,
  };
}
