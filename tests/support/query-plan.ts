import type { Store } from '#electron/store/store.ts';

/** The plans of the queries that `work` runs, as SQLite words them, one below the other. */
export function plansOf(store: Store, work: () => unknown): string {
  const asked: string[] = [];
  const prepare = store.prepare.bind(store);
  Object.assign(store, {
    prepare: (text: string) => {
      asked.push(text);
      return prepare(text);
    },
  });
  work();
  Object.assign(store, { prepare });
  return asked
    .flatMap((sql) => {
      const inOrder = Array.from({ length: sql.split('?').length - 1 }, () => 1);
      const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1] as const);
      const byName: Record<string, number>[] =
        names.length === 0 ? [] : [Object.fromEntries(names)];
      return prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...inOrder, ...byName);
    })
    .map(({ detail }) => detail)
    .join('\n');
}
