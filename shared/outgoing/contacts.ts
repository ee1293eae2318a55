import { z } from 'zod';
import { OUTGOING_LIMITS } from './limits.ts';
import { words } from './words.ts';

const { cards, cardText, phonesOfCard } = OUTGOING_LIMITS;

function detail(field: string) {
  return words(field, cardText).exactOptional();
}

const kind = z.string().max(cardText).exactOptional();

/** Meta wants the whole name, and at least one of its parts beside it. Source: meta-platform §1.3. */
const name = z
  .strictObject({
    formatted_name: words('The name on the card', cardText),
    first_name: detail('The first name'),
    last_name: detail('The last name'),
    middle_name: detail('The middle name'),
    suffix: detail('What stands after the name'),
    prefix: detail('What stands before the name'),
  })
  .refine((parts) => Object.keys(parts).length > 1, {
    message: 'The name on the card needs one of its parts too: give first_name or last_name.',
    params: { rule: 'name_part' },
  });

const phone = z.strictObject({
  phone: words('A phone number on the card', cardText).regex(
    /^\+?[\d\s().\-/]{3,}$/u,
    'A phone number on the card may have digits, spaces and + ( ) - only.',
  ),
  type: kind,
  wa_id: z
    .string()
    .regex(/^\d{7,15}$/u, 'The WhatsApp id of a phone is its digits.')
    .exactOptional(),
});

const address = z.strictObject({
  street: detail('The street'),
  city: detail('The city'),
  state: detail('The state'),
  zip: detail('The postal code'),
  country: detail('The country'),
  country_code: detail('The country code'),
  type: kind,
});

const card = z.strictObject({
  name,
  phones: z
    .array(phone)
    .max(phonesOfCard, `A card takes at most ${phonesOfCard} phone numbers.`)
    .exactOptional(),
  emails: z
    .array(z.strictObject({ email: z.email('An email on the card is no address.'), type: kind }))
    .exactOptional(),
  urls: z
    .array(z.strictObject({ url: z.url('A link on the card is no web address.'), type: kind }))
    .exactOptional(),
  addresses: z.array(address).exactOptional(),
  org: z
    .strictObject({
      company: detail('The company'),
      department: detail('The department'),
      title: detail('The job title'),
    })
    .exactOptional(),
  birthday: z.iso.date('The birthday is written as 2001-12-31.').exactOptional(),
});

/** Source: meta-platform §1.3, `contacts`. */
export const contactsSchema = z
  .array(card, 'The contact cards are missing.')
  .min(1, 'Choose at least one contact card.')
  .max(cards, {
    error: ({ input }) =>
      `These are ${Array.isArray(input) ? input.length : 'too many'} contact cards; send at most ${cards} at once.`,
  });

export type OutgoingCard = z.input<typeof card>;
