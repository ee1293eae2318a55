import type { Json, JsonObject } from '#shared/json.ts';
import { listAt, numberAt, objectAt, textAt } from '#shared/json-fields.ts';
import type { Graph, GraphTarget } from './client.ts';

/**
 * Whom to block: a number with `+`, or a business-scoped user id. Meta refuses parent user ids here.
 * Source: meta-platform §1.11.
 */
export type BlockAddress =
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'user'; readonly userId: string };

/** What Meta says of one person in its answer. Whatever it leaves out is null. */
export interface BlockVerdict {
  readonly input: string | null;
  readonly waId: string | null;
  readonly userId: string | null;
  /** Null: it was done. */
  readonly error: BlockRefusal | null;
}

export interface BlockRefusal {
  readonly code: number | null;
  readonly title: string | null;
}

export interface BlockAnswer {
  readonly verdicts: readonly BlockVerdict[];
  /** Stands for everyone of whom the answer says nothing; null where Meta gave no error at all. */
  readonly error: BlockRefusal | null;
}

/** People per request. Source: meta-platform §1.11. */
export const BLOCKS_PER_CALL = 1000;

/** Throws GraphError when the whole request failed; people who were refused stand in the answer. */
export async function blockUsers(
  graph: Graph,
  target: GraphTarget,
  people: readonly BlockAddress[],
): Promise<BlockAnswer> {
  return await change(graph, target, 'POST', 'added_users', people);
}

/** As `blockUsers`. */
export async function unblockUsers(
  graph: Graph,
  target: GraphTarget,
  people: readonly BlockAddress[],
): Promise<BlockAnswer> {
  return await change(graph, target, 'DELETE', 'removed_users', people);
}

async function change(
  graph: Graph,
  target: GraphTarget,
  method: 'POST' | 'DELETE',
  done: string,
  people: readonly BlockAddress[],
): Promise<BlockAnswer> {
  const path = `${target.phoneNumberId}/block_users`;
  const body = blockBody(people);
  const answer = await graph.changeMany(target, method, path, body, 'block_users');
  const results = objectAt(answer, 'block_users');
  return {
    verdicts: [
      ...listAt(results, done).map((user) => verdict(user, null)),
      ...listAt(results, 'failed_users').map((user) => verdict(user, refusal(user))),
    ],
    error: overall(objectAt(answer, 'error')),
  };
}

export function blockBody(people: readonly BlockAddress[]): JsonObject {
  return {
    messaging_product: 'whatsapp',
    block_users: people.map((person) =>
      person.kind === 'phone' ? { user: person.phone } : { user_id: person.userId },
    ),
  };
}

function verdict(user: Json, error: BlockRefusal | null): BlockVerdict {
  return {
    input: textAt(user, 'input') ?? null,
    waId: textAt(user, 'wa_id') ?? null,
    userId: textAt(user, 'user_id') ?? null,
    error,
  };
}

function refusal(user: Json): BlockRefusal {
  const [first] = listAt(user, 'errors');
  return {
    code: numberAt(first, 'code') ?? null,
    title: textAt(first, 'title') ?? textAt(first, 'message') ?? null,
  };
}

function overall(error: JsonObject | undefined): BlockRefusal | null {
  if (error === undefined) return null;
  return { code: numberAt(error, 'code') ?? null, title: textAt(error, 'message') ?? null };
}

/** Somebody on Meta's list. It has neither names nor the number that was asked to be blocked. */
export interface BlockedThere {
  readonly waId: string | null;
  readonly userId: string | null;
}

export interface BlockedPage {
  readonly people: readonly BlockedThere[];
  /** Null: this is the end. */
  readonly after: string | null;
}

const PAGE = '1000';

/**
 * One page of the block list of a number. Throws GraphError; 139102 means that the list changed
 * meanwhile and has to be read from the start. Source: meta-platform §1.11.
 */
export async function blockedPage(
  graph: Graph,
  target: GraphTarget,
  after: string | null,
): Promise<BlockedPage> {
  const answer = await graph.get(target, `${target.phoneNumberId}/block_users`, {
    limit: PAGE,
    ...(after !== null && { after }),
  });
  const people = listAt(answer, 'data').map((user) => ({
    waId: textAt(user, 'wa_id') ?? null,
    userId: textAt(user, 'user_id') ?? null,
  }));
  const next = textAt(objectAt(objectAt(answer, 'paging'), 'cursors'), 'after');
  // Meta gives a cursor with the last page too, and not always the address of the next one.
  return { people, after: people.length === 0 ? null : (next ?? null) };
}
