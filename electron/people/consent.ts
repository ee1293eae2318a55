import { consentSettingsSchema } from '#shared/consent-settings.ts';
import type { ConsentSettings } from '#shared/consent-settings.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Json } from '#shared/json.ts';
import { parseJson } from '#shared/json.ts';
import type { ConsentEntry, ConsentExport } from '#shared/models/consent.ts';
import type { Clock } from '../clock.ts';
import { consentEvents, isOptedOut, recordConsent } from '../store/consent.ts';
import { readConsentSettings, writeConsentSettings } from '../store/consent-settings.ts';
import { noteChats } from '../store/contacts.ts';
import { listIdentities } from '../store/identities.ts';
import type { Reader, Store } from '../store/store.ts';
import { requireProfile } from './change-profile.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

interface OwnersWord {
  readonly contactId: ContactId;
  readonly kind: 'opt_in' | 'opt_out';
  /** Where the owner has it from; it is the evidence. */
  readonly reason: string;
}

/** Writes into the ledger what a person told the owner. Throws FrontdeskError `not_found`. */
export function recordOwnersWord(
  { store, clock }: Deps,
  { contactId, kind, reason }: OwnersWord,
): ConsentEntry[] {
  return store.write((tx) => {
    requireProfile(tx, contactId);
    const at = clock();
    const evidence = JSON.stringify({ reason });
    recordConsent(tx, { contact_id: contactId, kind, source: 'owner', evidence, at }, at);
    noteChats(tx, contactId);
    return consentEvents(tx, contactId);
  });
}

/** The latest first. Throws FrontdeskError `not_found`. */
export function consentLedger(db: Reader, contactId: ContactId): ConsentEntry[] {
  requireProfile(db, contactId);
  return consentEvents(db, contactId);
}

/** The ledger of one person as a JSON file, for whoever asks what is known about their consent. */
export function exportConsent({ store, clock }: Deps, contactId: ContactId): ConsentExport {
  const { ownName, givenName } = requireProfile(store, contactId);
  const events = consentEvents(store, contactId).map((event) => ({
    ...event,
    evidence: evidenceOf(event),
    at: new Date(event.at).toISOString(),
  }));
  const document = {
    exported_at: new Date(clock()).toISOString(),
    contact: { id: contactId, name: ownName ?? givenName, opted_out: isOptedOut(store, contactId) },
    identities: listIdentities(store, contactId).map(({ kind, value }) => ({ kind, value })),
    events,
  };
  return {
    fileName: `consent-${contactId}.json`,
    text: `${JSON.stringify(document, undefined, 2)}\n`,
  };
}

export function changeConsentSettings(
  { store, clock }: Deps,
  change: Readonly<Partial<Record<keyof ConsentSettings, unknown>>>,
): ConsentSettings {
  return store.write((tx) => {
    const settings = consentSettingsSchema.parse({ ...readConsentSettings(tx), ...change });
    writeConsentSettings(tx, settings, clock());
    return settings;
  });
}

/** Evidence is JSON nearly always; what an import left as plain words stays as it is. */
function evidenceOf({ evidence }: ConsentEntry): Json {
  try {
    return parseJson(evidence);
  } catch {
    return evidence;
  }
}
