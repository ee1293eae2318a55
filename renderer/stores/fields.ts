import { t } from 'i18next';
import { create } from 'zustand';
import type { CommandInput } from '#shared/contract.ts';
import type { FieldDefinition } from '#shared/models/custom-field.ts';
import { call } from './core.ts';
import { refreshPerson } from './person.ts';
import { offerUndo, sayFailure } from './toasts.ts';

interface Fields {
  /** By name. */
  readonly all: readonly FieldDefinition[];
  readonly isManaging: boolean;
}

export const useFields = create<Fields>()(() => ({ all: [], isManaging: false }));

export function manageFields(isManaging: boolean): void {
  useFields.setState({ isManaging });
  if (isManaging) void refreshFields();
}

/** The definitions, and the person who shows them. */
async function refreshFields(): Promise<void> {
  const [result] = await Promise.all([call('fields.list', {}), refreshPerson()]);
  if (result.ok) useFields.setState({ all: result.data });
}

/** Answers the sentence that says why it could not be made, if it could not. */
export async function createField(
  field: CommandInput<'fields.create'>,
): Promise<string | undefined> {
  const result = await call('fields.create', field);
  if (!result.ok) return result.error.message;
  await refreshFields();
  return undefined;
}

/** Changes a field, with a way back. Answers why it could not, if it could not. */
export async function changeDefinition(
  field: FieldDefinition,
  change: Partial<Pick<FieldDefinition, 'name' | 'kind' | 'choices'>>,
): Promise<string | undefined> {
  const { id: fieldId, name, kind, choices } = field;
  const result = await call('fields.change', { fieldId, ...asInput(change) });
  if (!result.ok) return result.error.message;
  await refreshFields();
  offerUndo(t('fields.changed', { field: name }), async () => {
    const undone = await call('fields.change', { fieldId, ...asInput({ name, kind, choices }) });
    if (!undone.ok) sayFailure(undone.error.message);
    await refreshFields();
  });
  return undefined;
}

function asInput({
  choices,
  ...change
}: Partial<Pick<FieldDefinition, 'name' | 'kind' | 'choices'>>) {
  return choices === undefined ? change : { ...change, choices: [...choices] };
}

export async function deleteField({ id }: FieldDefinition): Promise<void> {
  const result = await call('fields.delete', { fieldId: id });
  if (!result.ok) sayFailure(result.error.message);
  await refreshFields();
}
