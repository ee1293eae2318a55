import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { openWayIn } from '../support/way-in.ts';

/** Meta's OpenAPI file lies beside the project where its licence lets it; it is no part of it. */
const FILE = join(
  import.meta.dirname,
  '../../../shared/meta-openapi/business-messaging-api_v23.0.yaml',
);

const json = z.record(z.string(), z.json());
const specification = z.object({
  paths: z.object({
    '/whatsapp/webhooks': z.object({
      post: z.object({
        requestBody: z.object({
          content: z.object({
            'application/json': z.object({
              examples: z.record(z.string(), z.object({ value: json })),
            }),
          }),
        }),
      }),
    }),
  }),
});

/** By the names that Meta gives its examples. */
const KEPT_AS: Readonly<Record<string, string>> = {
  'Text Message': 'text',
  'Text Message with Context (Product Inquiry)': 'text',
  'Text Message from Click to WhatsApp Ad': 'text',
  'Reaction Message': 'reaction',
  'Image Message': 'image',
  'Location Message': 'location',
  'Contact Sharing Message': 'contacts',
  'Unsupported Message': 'unknown',
  'Button Message': 'button',
  'Interactive List Reply Message': 'interactive',
  'Interactive Button Reply Message': 'interactive',
  'Order Message': 'order',
  'System Message': 'system',
  'Group Create Message': 'group_lifecycle_update',
  'Group Settings Update': 'group_settings_update',
  'Group Remove Participants': 'group_participants_update',
};

describe("Meta's own examples of webhooks", () => {
  if (!existsSync(FILE)) {
    it.skip("are not here: Meta's OpenAPI file is missing");
    return;
  }
  const document = specification.parse(parse(readFileSync(FILE, 'utf8')));
  const { examples } =
    document.paths['/whatsapp/webhooks'].post.requestBody.content['application/json'];

  it.each(Object.entries(examples))('%s is understood', async (name, { value }) => {
    const wayIn = openWayIn();
    await wayIn.receive(value);
    expect(wayIn.row('SELECT state, error FROM webhook_log')).toEqual({
      state: 'processed',
      error: null,
    });
    const types = wayIn.rows('SELECT type FROM message').map((row) => row['type']);
    const fields = wayIn.rows('SELECT field FROM account_event').map((row) => row['field']);
    expect([...types, ...fields]).toEqual([
      KEPT_AS[name] ?? 'a new example: say what it is kept as',
    ]);
  });
});
