import { readContent } from '#shared/message-content.ts';
import type { MessageContent } from '#shared/models/message-content.ts';
import type { OutgoingCard } from '#shared/outgoing/contacts.ts';
import type { ComposedMessage } from '#shared/outgoing/content.ts';
import type { ComposedQuestion } from '#shared/outgoing/interactive.ts';
import { unreachable } from '#shared/unreachable.ts';
import type { CardForm, Form, FormOf } from '../../../stores/composition-forms.ts';

/** The message that a form makes, in Meta's shape; it may still be more or less than Meta takes. */
export function composedMessage(form: Form): ComposedMessage {
  if (form.kind === 'location') return { type: 'location', location: locationOf(form) };
  if (form.kind === 'contacts') return { type: 'contacts', contacts: form.cards.map(cardOf) };
  return { type: 'interactive', interactive: questionOf(form) };
}

/** How it will look in the thread. */
export function previewOf(form: Form): MessageContent {
  const message = composedMessage(form);
  return readContent(message.type, message);
}

function locationOf(form: FormOf<'location'>) {
  return {
    latitude: form.latitude.trim().replace(',', '.'),
    longitude: form.longitude.trim().replace(',', '.'),
    ...(isWritten(form.name) && { name: form.name }),
    ...(isWritten(form.address) && { address: form.address }),
  };
}

function cardOf({ name, company, phones }: CardForm): OutgoingCard {
  return {
    name: { formatted_name: name, first_name: name },
    phones: phones.map(({ number, waId }) => ({
      phone: number,
      ...(waId !== null && { wa_id: waId }),
    })),
    ...(isWritten(company) && { org: { company } }),
  };
}

function questionOf(form: Exclude<Form, { kind: 'location' | 'contacts' }>): ComposedQuestion {
  const body = { text: form.body };
  switch (form.kind) {
    case 'buttons': {
      const buttons = form.titles.map((title, index) => ({
        type: 'reply' as const,
        reply: { id: `button-${index + 1}`, title },
      }));
      return { type: 'button', ...around(form), action: { buttons } };
    }
    case 'list':
      return { type: 'list', ...around(form), action: listOf(form) };
    case 'link':
      return {
        type: 'cta_url',
        ...around(form),
        action: {
          name: 'cta_url',
          parameters: { display_text: form.title, url: form.url.trim() },
        },
      };
    case 'askLocation':
      return { type: 'location_request_message', body, action: { name: 'send_location' } };
    case 'askContact':
      return { type: 'request_contact_info', body, action: { name: 'request_contact_info' } };
    default:
      return unreachable(form);
  }
}

function around({ heading, body, footer }: FormOf<'buttons' | 'list' | 'link'>) {
  return {
    ...(isWritten(heading) && { header: { type: 'text' as const, text: heading } }),
    body: { text: body },
    ...(isWritten(footer) && { footer: { text: footer } }),
  };
}

function listOf({ opener, sections }: FormOf<'list'>) {
  return {
    button: opener,
    sections: sections.map((section, index) => ({
      ...(isWritten(section.title) && { title: section.title }),
      rows: section.rows.map((row, place) => ({
        id: `row-${index + 1}-${place + 1}`,
        title: row.title,
        ...(isWritten(row.description) && { description: row.description }),
      })),
    })),
  };
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}
