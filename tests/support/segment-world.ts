import { asId } from '#shared/ids.ts';
import type { AccountId, CampaignId, CustomFieldId, LabelId } from '#shared/ids.ts';
import type { Random } from '#shared/random.ts';
import type { Store } from '#electron/store/store.ts';
import type { Known } from './segment-oracle.ts';
import {
  addCampaign,
  addField,
  addImport,
  addLabel,
  DAY,
  NOBODY_SPECIAL,
  NOW,
} from './segment-people.ts';
import type { Facts } from './segment-people.ts';
import { addAccount, memoryStore } from './store.ts';

/** All but the last four digits of numbers. */
const BEGINNINGS = { BR: '+551198765', US: '+1212555', CA: '+1416555', JM: '+1876555' } as const;

/** A shop of whose people anything can be asked. */
export interface SegmentWorld {
  readonly store: Store;
  readonly accountId: AccountId;
  readonly vip: LabelId;
  readonly staff: LabelId;
  readonly city: CustomFieldId;
  readonly visits: CustomFieldId;
  readonly birthday: CustomFieldId;
  readonly isMember: CustomFieldId;
  /** Began three days ago. */
  readonly spring: CampaignId;
  /** Began three months ago. */
  readonly winter: CampaignId;
  readonly known: Known;
  /** Somebody with a number of their own, from Brazil unless the facts say otherwise. */
  readonly person: (facts: Partial<Facts>) => Facts;
}

export function createSegmentWorld(): SegmentWorld {
  const store = memoryStore();
  const accountId = addAccount(store);
  const [vip, staff] = [addLabel(store, 'VIP'), addLabel(store, 'Staff')];
  const city = addField(store, 'City', 'text');
  const visits = addField(store, 'Visits', 'number');
  const birthday = addField(store, 'Birthday', 'date');
  const isMember = addField(store, 'Member', 'yes_no');
  const [springAt, winterAt] = [NOW - 3 * DAY, NOW - 90 * DAY];
  const spring = asId<CampaignId>(addCampaign(store, accountId, 'Spring sale', springAt));
  const winter = asId<CampaignId>(addCampaign(store, accountId, 'Winter sale', winterAt));
  addImport(store);
  let people = 1000;
  return {
    store,
    accountId,
    vip,
    staff,
    city,
    visits,
    birthday,
    isMember,
    spring,
    winter,
    known: {
      labels: new Set([vip, staff]),
      fields: new Map([
        [city, 'text'],
        [visits, 'number'],
        [birthday, 'date'],
        [isMember, 'yes_no'],
      ]),
      campaigns: new Map([
        [spring, springAt],
        [winter, winterAt],
      ]),
    },
    person(facts) {
      people += 1;
      const country = facts.country ?? NOBODY_SPECIAL.country;
      return { ...NOBODY_SPECIAL, phone: `${BEGINNINGS[country]}${people}`, ...facts };
    },
  };
}

/** Somebody of whom anything may be so. */
export function randomPerson(world: SegmentWorld, random: Random): Facts {
  const { vip, staff, city, visits, birthday, isMember, spring, winter } = world;
  const sometime = (): number | null => (random.chance(0.4) ? null : NOW - random.below(100 * DAY));
  const some = <T>(items: readonly T[]): T[] => items.filter(() => random.chance(0.4));
  const values: readonly (readonly [CustomFieldId, string])[] = [
    [city, random.pick(['Rio', 'São Paulo', '50%_off', ''])],
    [visits, random.pick(['9', '10', '-3', 'many'])],
    [birthday, random.pick(['2026-06-15', '2026-06-20', '1999-12-31'])],
    [isMember, random.pick(['true', 'false'])],
  ];
  return world.person({
    country: random.pick(['BR', 'US', 'CA']),
    labelsOnThem: some([vip, staff]),
    labelsOnChat: some([vip, staff]),
    consent: random.pick(['in', 'out', 'unknown']),
    wroteAt: random.chance(0.2) ? NOW - random.below(DAY) : sometime(),
    gotReplyAt: sometime(),
    campaigns: some([spring, winter]).map((campaignId) => ({
      campaignId,
      status: random.pick(['planned', 'sent', 'read', 'failed', 'unknown']),
    })),
    fields: new Map(some(values)),
    language: random.pick([null, 'pt', 'pt-BR', 'en']),
    source: random.pick(['signup', 'advert', 'import', 'direct']),
    isBlocked: random.chance(0.1),
    createdAt: NOW - random.below(400 * DAY),
  });
}
