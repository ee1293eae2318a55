import { DEFAULT_CONSENT_SETTINGS, consentSettingsSchema } from '#shared/consent-settings.ts';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import { isJsonObject } from '#shared/json.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Reader, WriteTx } from './store.ts';

const KEY = 'consent';

/** What an older version wrote is completed; what can't be read gives the defaults. */
export function readConsentSettings(db: Reader): ConsentSettings {
  const stored = readSetting(db, KEY);
  if (!isJsonObject(stored)) return DEFAULT_CONSENT_SETTINGS;
  const completed = consentSettingsSchema.safeParse({ ...DEFAULT_CONSENT_SETTINGS, ...stored });
  return completed.success ? completed.data : DEFAULT_CONSENT_SETTINGS;
}

export function writeConsentSettings(tx: WriteTx, settings: ConsentSettings, now: number): void {
  writeSetting(tx, KEY, settings, now);
  tx.note({ kind: 'preferences' });
}
