import { DEFAULT_CONSENT_SETTINGS } from '#shared/consent-settings.ts';
import type { Handlers } from './fake-bridge.ts';

/** A world where nobody ever said anything about offers. */
export const consentHandlers = {
  'consent.ledger': () => [],
  'consent.record': () => [],
  'consent.export': () => ({ fileName: 'consent-1.json', text: '' }),
  'consent.settings': () => DEFAULT_CONSENT_SETTINGS,
  'consent.changeSettings': () => DEFAULT_CONSENT_SETTINGS,
} satisfies Partial<Handlers>;
