import { FrontdeskError } from '#shared/errors.ts';
import type { ContactId } from '#shared/ids.ts';
import type { Clock } from '../clock.ts';
import { listIdentities } from '../store/identities.ts';
import type { Store } from '../store/store.ts';
import { changeContact, requireContact } from './contact-book.ts';
import { judgePhone } from './import/phone-cell.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Gives a person the number that the owner typed, with `+`. Answers the one they had. Throws
 * FrontdeskError `not_found`, `invalid_number`, and `conflict` when the number is somebody else's or
 * WhatsApp itself named the one they have.
 */
export function correctPhone(deps: Deps, id: ContactId, typed: string): string | null {
  const { phone: former } = requireContact(deps.store, id);
  if (listIdentities(deps.store, id).some(({ kind }) => kind === 'wa_id')) {
    throw new FrontdeskError(
      'conflict',
      'WhatsApp itself told this number. When the person changes it, WhatsApp tells Frontdesk.',
    );
  }
  const judged = judgePhone(typed, null);
  if (!judged.ok) throw new FrontdeskError('invalid_number', judged.reason);
  changeContact(deps, id, { phone: judged.phone });
  return former;
}
