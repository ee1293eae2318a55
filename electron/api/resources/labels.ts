import { z } from 'zod';
import { asId } from '#shared/ids.ts';
import type { LabelId } from '#shared/ids.ts';
import { labelColorSchema, labelNameSchema } from '#shared/label.ts';
import type { Clock } from '../../clock.ts';
import { changeLabel, createLabel, deleteLabel, requireLabel } from '../../labels/label-book.ts';
import { encodeCursor } from '../../store/cursor.ts';
import { listLabels } from '../../store/labels.ts';
import type { Store } from '../../store/store.ts';
import { cursorFrom, pageOf, pageQuery } from '../page.ts';
import { noBody, noQuery, route } from '../route.ts';
import type { Route } from '../route.ts';
import { rowId } from '../row-id.ts';

interface Dependencies {
  readonly store: Store;
  readonly clock: Clock;
}

const labelSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    color: z.string().describe('`#rrggbb`'),
  })
  .meta({ id: 'Label' });

const color = labelColorSchema.describe('`#rrggbb`');

export function labelRoutes({ store, clock }: Dependencies): readonly Route[] {
  function known(params: Readonly<Record<string, string>>): LabelId {
    const id = asId<LabelId>(rowId(params, 'label'));
    return requireLabel(store, id).id;
  }

  return [
    route({
      method: 'GET',
      path: '/labels',
      scope: 'read',
      summary: 'The labels, oldest first',
      query: pageQuery,
      body: noBody,
      status: 200,
      answer: pageOf(labelSchema),
      takesIdempotencyKey: false,
      handle({ query: { limit, cursor } }) {
        const after = cursorFrom(cursor)?.id ?? 0;
        const rest = listLabels(store)
          .filter(({ id }) => id > after)
          .toSorted((a, b) => a.id - b.id);
        const data = rest.slice(0, limit);
        const last = rest.length > limit ? data.at(-1) : undefined;
        return {
          data,
          next_cursor: last === undefined ? null : encodeCursor({ at: 0, id: last.id }),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/labels',
      scope: 'contacts',
      summary: 'Adds a label',
      query: noQuery,
      body: z.strictObject({
        name: labelNameSchema,
        color: color.optional().describe('Left out: the colour that is used least'),
      }),
      status: 201,
      answer: labelSchema,
      takesIdempotencyKey: true,
      handle: ({ body }) =>
        createLabel({ store, clock }, { name: body.name, color: body.color ?? null }),
    }),
    route({
      method: 'PATCH',
      path: '/labels/{id}',
      scope: 'contacts',
      summary: 'Renames or recolours a label',
      query: noQuery,
      body: z.strictObject({ name: labelNameSchema.optional(), color: color.optional() }),
      status: 200,
      answer: labelSchema,
      takesIdempotencyKey: false,
      handle: ({ params, body }) => changeLabel({ store, clock }, known(params), body),
    }),
    route({
      method: 'DELETE',
      path: '/labels/{id}',
      scope: 'contacts',
      summary: 'Takes a label off everyone and deletes it; answers it as it was',
      query: noQuery,
      body: noBody,
      status: 200,
      answer: labelSchema,
      takesIdempotencyKey: false,
      handle: ({ params }) => deleteLabel({ store, clock }, known(params)),
    }),
  ];
}
