import { z } from 'zod';
import { contactWordsSchema, countrySchema } from '#shared/contact-words.ts';
import { asId } from '#shared/ids.ts';
import type { ContactId } from '#shared/ids.ts';
import { CONTACT_ORDERS } from '#shared/models/contact.ts';
import type { Contact } from '#shared/models/contact.ts';
import { addContact, changeContact, requireContact } from '../../people/contact-book.ts';
import { deletePerson } from '../../people/erase-contact.ts';
import type { Erasing } from '../../people/erase-contact.ts';
import { phonePrefixOf } from '../../people/phone-rules.ts';
import { decodeContactCursor } from '../../store/contact-cursor.ts';
import { findProfile } from '../../store/contact-profile.ts';
import { fieldsOf } from '../../store/custom-fields.ts';
import { findLabelByName } from '../../store/labels.ts';
import type { BackgroundReader } from '../../store/reader.ts';
import { requirePhone } from '../addressee.ts';
import { pageOf, pageQuery } from '../page.ts';
import { badField } from '../problem.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { rowId } from '../row-id.ts';
import { contactOnWire, contactSchema } from '../wire/contact.ts';

interface Dependencies extends Erasing {
  readonly reader: BackgroundReader;
}

const yesOrNo = z.enum(['true', 'false']).optional();

const contactsQuery = pageQuery.extend({
  query: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Part of a name, a number, a username or a label'),
  order: z.enum(CONTACT_ORDERS).default('name'),
  label: z.string().optional().describe('Only people with this label'),
  opted_out: yesOrNo,
  blocked: yesOrNo,
  language: z.string().max(10).optional(),
  country: countrySchema.optional().describe('By how the number begins, such as BR'),
});

const phone = z.string().describe('E.164 with +');
const newContact = contactWordsSchema.extend({ phone });
const contactChange = contactWordsSchema.extend({ phone: phone.optional() });
const erasureSchema = z
  .object({ id: z.int(), deleted: z.literal(true), messages: z.int(), files: z.int() })
  .meta({ id: 'DeletedContact' });

export function contactRoutes(deps: Dependencies): readonly Route[] {
  const { store, reader } = deps;

  function onWire(contact: Contact): z.output<typeof contactSchema> {
    const notes = findProfile(store, contact.id)?.notes ?? '';
    return contactOnWire(contact, { notes, fields: fieldsOf(store, contact.id) });
  }

  async function page(query: z.output<typeof contactsQuery>) {
    const { label, cursor = null } = query;
    if (cursor !== null && decodeContactCursor(cursor) === null) {
      throw badField('cursor', 'is not a cursor that Frontdesk gave');
    }
    const labelId = label === undefined ? null : findLabelByName(store, label)?.id;
    if (labelId === undefined) return { data: [], next_cursor: null };
    const input = {
      text: query.query ?? null,
      order: query.order,
      labelId,
      optedOut: flag(query.opted_out),
      isBlocked: flag(query.blocked),
      language: query.language ?? null,
      phonePrefix: query.country === undefined ? null : phonePrefixOf(query.country),
      window: null,
      segment: null,
      cursor,
      limit: query.limit,
    };
    const slice = await reader.ask({ name: 'pageContacts', input });
    return { data: slice?.contacts.map(onWire) ?? [], next_cursor: slice?.nextCursor ?? null };
  }

  return [
    route({
      method: 'GET',
      path: '/contacts',
      scope: 'read',
      summary: 'The people, by name unless another order is asked for',
      query: contactsQuery,
      body: noBody,
      status: 200,
      answer: pageOf(contactSchema),
      takesIdempotencyKey: false,
      handle: ({ query }) => page(query),
    }),
    route({
      method: 'POST',
      path: '/contacts',
      scope: 'contacts',
      summary: 'Adds a person',
      query: noQuery,
      body: newContact,
      status: 201,
      answer: contactSchema,
      takesIdempotencyKey: true,
      handle({ body: { name, ...words } }) {
        requirePhone('phone', words.phone);
        return onWire(addContact(deps, { ...words, ownName: name }));
      },
    }),
    route({
      method: 'GET',
      path: '/contacts/{id}',
      scope: 'read',
      summary: 'A person',
      query: noQuery,
      body: noBody,
      status: 200,
      answer: contactSchema,
      takesIdempotencyKey: false,
      handle: ({ params }) => onWire(requireContact(store, idFrom(params))),
    }),
    route({
      method: 'PATCH',
      path: '/contacts/{id}',
      scope: 'contacts',
      summary: 'Changes what is given; labels are replaced, custom fields joined, null takes away',
      query: noQuery,
      body: contactChange,
      status: 200,
      answer: contactSchema,
      takesIdempotencyKey: false,
      handle({ params, body: { name, ...words } }) {
        if (words.phone !== undefined) requirePhone('phone', words.phone);
        return onWire(changeContact(deps, idFrom(params), { ...words, ownName: name }));
      },
    }),
    route({
      method: 'DELETE',
      path: '/contacts/{id}',
      scope: 'contacts',
      summary: 'Deletes a person for good; their messages and files too where it is asked for',
      query: z.strictObject({
        messages: yesOrNo.describe('true: with all messages and files; else these stay, unnamed'),
      }),
      body: noBody,
      status: 200,
      answer: erasureSchema,
      takesIdempotencyKey: false,
      async handle({ params, query }) {
        const id = idFrom(params);
        const erasure = await deletePerson(deps, id, { withMessages: query.messages === 'true' });
        return { id, deleted: true as const, ...erasure };
      },
    }),
  ];
}

function idFrom(params: Readonly<Record<string, string>>): ContactId {
  return asId<ContactId>(rowId(params, 'contact'));
}

function flag(value: 'true' | 'false' | undefined): boolean | null {
  return value === undefined ? null : value === 'true';
}
