import { Choice } from './Choice.tsx';

interface ThingChoiceProps<Thing> {
  readonly label: string;
  readonly things: readonly Thing[];
  /** Its id. */
  readonly chosen: number | null;
  /** While nothing is chosen. */
  readonly choose: string;
  /** What is chosen is there no more. */
  readonly gone: string;
  readonly onChange: (thing: Thing) => void;
}

/** A label, a campaign or a field; one that was deleted stays until another is chosen. */
export function ThingChoice<Thing extends { readonly id: number | null; readonly name: string }>(
  props: ThingChoiceProps<Thing>,
) {
  const { label, things, chosen, choose, gone, onChange } = props;
  const isThere = things.some(({ id }) => id === chosen);
  const missing = { value: String(chosen), text: chosen === 0 ? choose : gone };
  return (
    <Choice
      label={label}
      value={String(chosen)}
      isInvalid={!isThere}
      options={[
        ...(isThere ? [] : [missing]),
        ...things.map(({ id, name }) => ({ value: String(id), text: name })),
      ]}
      onChange={(value) => {
        const thing = things.find(({ id }) => String(id) === value);
        if (thing !== undefined) onChange(thing);
      }}
    />
  );
}
