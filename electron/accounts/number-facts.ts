import { z } from 'zod';
import { FrontdeskError } from '#shared/errors.ts';
import type { Json } from '#shared/json.ts';
import { dialable } from './dialable.ts';

/** The one thing asked of Graph here. Throws FrontdeskError `graph_refused` or `graph_unreachable`. */
export interface GraphReads {
  /** @param path below the version, such as `106540352242922` */
  read(path: string, query: Readonly<Record<string, string>>, accessToken: string): Promise<Json>;
}

/** What Meta says about a number. Null where it does not say. */
export interface NumberFacts {
  /** E.164 with `+`. */
  readonly displayPhoneNumber: string | null;
  readonly profileName: string | null;
  readonly throughputLevel: string | null;
  readonly businessPortfolioId: string | null;
  readonly appId: string | null;
}

interface Numbers {
  readonly phoneNumberId: string;
  readonly wabaId: string;
}

/** Fields that every version of the last year knows: one it does not know fails the whole call. */
const PHONE_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,status,throughput,health_status';

const phoneAnswer = z.object({
  display_phone_number: z.string().optional().catch(undefined),
  verified_name: z.string().optional().catch(undefined),
  throughput: z.object({ level: z.string() }).optional().catch(undefined),
  health_status: z
    .object({ entities: z.array(z.object({ entity_type: z.string(), id: z.string() })) })
    .optional()
    .catch(undefined),
});

const numbersAnswer = z.object({
  data: z.array(z.object({ id: z.string() })),
  paging: z.object({ next: z.string().optional() }).optional(),
});

/**
 * Proves that the token opens both the number and its WhatsApp account, and that the two belong
 * together. Source: meta-platform §1.10, §1.17.
 */
export async function readNumberFacts(
  graph: GraphReads,
  { phoneNumberId, wabaId }: Numbers,
  accessToken: string,
): Promise<NumberFacts> {
  const phone = phoneAnswer.safeParse(
    await graph.read(phoneNumberId, { fields: PHONE_FIELDS }, accessToken),
  );
  if (!phone.success) {
    throw new FrontdeskError(
      'graph_refused',
      `Meta did not answer for ${phoneNumberId} as for a phone number. Check the phone number ID in WhatsApp Manager, under “API setup”.`,
    );
  }
  await graph.read(wabaId, { fields: 'id,name' }, accessToken);
  await refuseStranger(graph, { phoneNumberId, wabaId }, accessToken);
  const { display_phone_number: display, verified_name: name, throughput } = phone.data;
  const entities = phone.data.health_status?.entities ?? [];
  const idOf = (type: string): string | null =>
    entities.find((entity) => entity.entity_type === type)?.id ?? null;
  return {
    displayPhoneNumber: display === undefined ? null : dialable(display),
    profileName: name ?? null,
    throughputLevel: throughput?.level ?? null,
    businessPortfolioId: idOf('BUSINESS'),
    appId: idOf('APP'),
  };
}

/** Only a complete list that lacks the number is a reason to refuse; no list is none. */
async function refuseStranger(
  graph: GraphReads,
  { phoneNumberId, wabaId }: Numbers,
  accessToken: string,
): Promise<void> {
  const list = await graph
    .read(`${wabaId}/phone_numbers`, { fields: 'id', limit: '100' }, accessToken)
    .catch(() => null);
  const numbers = numbersAnswer.safeParse(list);
  if (!numbers.success || numbers.data.data.length === 0) return;
  if (numbers.data.paging?.next !== undefined) return;
  if (numbers.data.data.some(({ id }) => id === phoneNumberId)) return;
  throw new FrontdeskError(
    'graph_refused',
    `The number ${phoneNumberId} does not belong to the WhatsApp account ${wabaId}. Check both ids in WhatsApp Manager, under “API setup”.`,
  );
}
