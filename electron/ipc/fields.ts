import type { Clock } from '../clock.ts';
import { changeField, createField, deleteField, putFieldValue } from '../people/field-book.ts';
import { listDefinitions } from '../store/field-definitions.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './router.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

type FieldCommand =
  'fields.list' | 'fields.create' | 'fields.change' | 'fields.delete' | 'fields.put';

export function fieldHandlers(deps: Deps): Pick<Handlers, FieldCommand> {
  return {
    'fields.list': () => listDefinitions(deps.store),
    'fields.create': (field) => createField(deps, field),
    'fields.change': ({ fieldId, ...change }) => changeField(deps, fieldId, change),
    'fields.delete'({ fieldId }) {
      deleteField(deps, fieldId);
      return null;
    },
    'fields.put': ({ contactId, fieldId, value }) => putFieldValue(deps, contactId, fieldId, value),
  };
}
