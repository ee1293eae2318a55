import { FrontdeskError } from '#shared/errors.ts';
import type { ContactId } from '#shared/ids.ts';
import type { ContactChange, ContactProfile } from '#shared/models/contact-profile.ts';
import type { Person } from '#shared/models/person.ts';
import type { Clock } from '../clock.ts';
import { findProfile, updateProfile } from '../store/contact-profile.ts';
import { findPerson } from '../store/person.ts';
import type { Reader, Store } from '../store/store.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Writes what the owner knows about a person. Answers the person as they were before. */
export function changeProfile(
  { store, clock }: Deps,
  id: ContactId,
  change: ContactChange,
): ContactProfile {
  return store.write((tx) => {
    const before = requireProfile(tx, id);
    updateProfile(tx, id, change, clock());
    return before;
  });
}

export function requireProfile(db: Reader, id: ContactId): ContactProfile {
  const profile = findProfile(db, id);
  if (profile === undefined) throw isGone();
  return profile;
}

export function requirePerson(db: Reader, id: ContactId): Person {
  const person = findPerson(db, id);
  if (person === undefined) throw isGone();
  return person;
}

function isGone(): FrontdeskError {
  return new FrontdeskError(
    'not_found',
    'This contact is gone. They may have become one with another.',
  );
}
