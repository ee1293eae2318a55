import type { TemplateButton, TemplateParts } from '../../models/template-parts.ts';
import { TEMPLATE_LIMITS } from '../limits.ts';
import { problem } from '../problem.ts';
import type { TemplateProblem } from '../problem.ts';

type Otp = Extract<TemplateButton, { type: 'OTP' }>;

/** A code and one button; the words are Meta's own. Source: meta-platform §5.4. */
export function authenticationProblems(parts: TemplateParts): TemplateProblem[] {
  const { header, footer, buttons, offer, cards } = parts;
  const problems: TemplateProblem[] = [];
  if (header !== null) problems.push(problem('not_in_authentication', 'header'));
  if (offer !== null) problems.push(problem('not_in_authentication', 'offer'));
  if (cards.length > 0) problems.push(problem('not_in_authentication', 'cards'));
  if (footer?.kind === 'text') problems.push(problem('not_in_authentication', 'footer'));
  if (footer?.kind === 'expiry') problems.push(...minutesProblems(footer.minutes));
  const [button] = buttons;
  if (button?.type !== 'OTP') return [...problems, problem('otp_missing', 'buttons')];
  if (buttons.length > 1) problems.push(problem('otp_alone', 'buttons'));
  return [...problems, ...appProblems(button)];
}

function minutesProblems(minutes: number): TemplateProblem[] {
  const { min, max } = TEMPLATE_LIMITS.codeMinutes;
  const isInside = Number.isInteger(minutes) && minutes >= min && minutes <= max;
  return isInside ? [] : [problem('minutes_range', 'footer', { min, max })];
}

/** Filling a code in by itself works only for apps that are named. */
function appProblems({ otp, apps }: Otp): TemplateProblem[] {
  const place = 'buttons.0.apps';
  const limit = TEMPLATE_LIMITS.apps;
  if (apps.length > limit) return [problem('too_many_apps', place, { limit })];
  if (otp === 'COPY_CODE') return [];
  const isWhole = apps.every(
    ({ packageName, signatureHash }) =>
      /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/u.test(packageName) && signatureHash.trim().length === 11,
  );
  return apps.length > 0 && isWhole ? [] : [problem('app_missing', place)];
}

/** Codes are for authentication templates only. */
export function otpElsewhere(parts: TemplateParts): TemplateProblem[] {
  const index = parts.buttons.findIndex(({ type }) => type === 'OTP');
  const problems = index === -1 ? [] : [problem('otp_elsewhere', `buttons.${index}`)];
  return parts.footer?.kind === 'expiry'
    ? [...problems, problem('otp_elsewhere', 'footer')]
    : problems;
}
