import { hash32 } from '#shared/random.ts';
import type { CustomerBehaviour, PracticeCustomer } from './model.ts';
import { rehearsalOf } from './rehearsals.ts';

/** A person as the platform knows them. */
export interface Person {
  readonly waId: string;
  readonly name: string;
  readonly bsuid: string;
  readonly username: string | undefined;
  readonly sharesPhone: boolean;
  behaviour: CustomerBehaviour;
  /** False after they stopped the business's offers in WhatsApp. */
  wantsMarketing: boolean;
  /** Per phone number ID: when they last wrote to it. */
  readonly lastWroteAt: Map<string, number>;
  /** Per phone number ID: when an advertisement last brought them. */
  readonly cameByAdAt: Map<string, number>;
  /** Per phone number ID: until when everything sent to them is free. */
  readonly freeEntryUntil: Map<string, number>;
}

export interface People {
  add(customer: PracticeCustomer): Person;
  /** The person behind dialled digits; someone nobody knew yet gets an account with WhatsApp. */
  byPhone(digits: string): Person;
  find(waIdOrBsuid: string): Person | undefined;
}

/**
 * @param numbers phone number IDs, each of which starts with the customers' `lastWroteAt`.
 * @param strangerBehaviour decides how people behave whom nobody introduced.
 */
export function createPeople(
  numbers: readonly string[],
  strangerBehaviour: (digits: string) => CustomerBehaviour,
): People {
  const byWaId = new Map<string, Person>();
  const byDialled = new Map<string, Person>();
  const byBsuid = new Map<string, Person>();

  function add(customer: PracticeCustomer): Person {
    const known = byWaId.get(customer.waId);
    const person: Person = {
      waId: customer.waId,
      name: customer.name,
      bsuid: customer.bsuid,
      username: customer.username ?? known?.username,
      sharesPhone: customer.sharesPhone ?? known?.sharesPhone ?? true,
      behaviour: customer.behaviour ?? known?.behaviour ?? 'attentive',
      wantsMarketing: known?.wantsMarketing ?? true,
      lastWroteAt: known?.lastWroteAt ?? new Map<string, number>(),
      cameByAdAt: known?.cameByAdAt ?? new Map<string, number>(),
      freeEntryUntil: known?.freeEntryUntil ?? new Map<string, number>(),
    };
    if (customer.lastWroteAt !== null) {
      for (const number of numbers) person.lastWroteAt.set(number, customer.lastWroteAt);
    }
    byWaId.set(person.waId, person);
    byDialled.set(customer.dialled ?? customer.waId, person);
    byBsuid.set(person.bsuid, person);
    return person;
  }

  return {
    add,
    byPhone(digits) {
      const known = byDialled.get(digits) ?? byWaId.get(digits);
      if (known !== undefined) return known;
      return add({
        waId: digits,
        name: `Guest ${digits.slice(-4)}`,
        bsuid: strangerBsuid(digits),
        lastWroteAt: null,
        behaviour: strangerBehaviour(digits),
      });
    },
    find: (waIdOrBsuid) => byWaId.get(waIdOrBsuid) ?? byBsuid.get(waIdOrBsuid),
  };
}

/** Country and digits, as Meta's look. Source: meta-platform §3.1. */
function strangerBsuid(digits: string): string {
  const tail = `${hash32(digits)}${hash32(`${digits}/`)}`.slice(0, 17);
  return `ZZ.1${tail}`;
}

/** Of a hundred strangers most read, some never show it, a few are off or have no WhatsApp. */
export function mixedStrangers(digits: string): CustomerBehaviour {
  if (rehearsalOf(digits) !== undefined) return 'attentive';
  const share = hash32(digits) % 100;
  if (share < 84) return 'attentive';
  if (share < 91) return 'never_reads';
  if (share < 94) return 'reads_at_once';
  if (share < 97) return 'switched_off';
  return 'not_on_whatsapp';
}
