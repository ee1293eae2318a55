/** Values that a condition compares with, by the names under which its SQL mentions them. */
export type NamedParameters = Readonly<Record<string, string | number>>;

export interface ParameterList {
  /** Keeps a value and answers its placeholder. Nothing from outside ever stands in the SQL itself. */
  readonly bind: (value: string | number) => string;
  readonly values: NamedParameters;
}

export function createParameterList(): ParameterList {
  const values: Record<string, string | number> = {};
  let count = 0;
  return {
    bind(value) {
      count += 1;
      const name = `s${count}`;
      values[name] = value;
      return `@${name}`;
    },
    values,
  };
}
