type Value = string | number;

/** Values that a condition compares with. Nothing from outside ever stands in the SQL itself. */
export interface ParameterList {
  /** Keeps a value and answers its name, which the SQL may mention as often as it likes. */
  readonly bind: (value: Value) => string;
  /** The SQL with a question mark for each name, and their values in that order. */
  readonly inOrder: (sql: string) => { readonly sql: string; readonly parameters: Value[] };
}

export function createParameterList(): ParameterList {
  const values: Value[] = [];
  return {
    bind(value) {
      values.push(value);
      return `@s${values.length}`;
    },
    inOrder(sql) {
      const parameters = Array.from(sql.matchAll(NAME), ([, number]) => {
        const value = values[Number(number) - 1];
        if (value === undefined) throw new Error(`Nothing was bound as @s${number}.`);
        return value;
      });
      return { sql: sql.replaceAll(NAME, '?'), parameters };
    },
  };
}

const NAME = /@s(\d+)/g;
