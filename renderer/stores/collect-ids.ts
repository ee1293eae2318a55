const WAIT_MS = 30;
const MOST = 200;

/**
 * Gathers ids that come in bursts, such as during an import, and hands them on together: each once,
 * at most 200 at a time, one batch after the other.
 */
export function collectIds<Id extends number>(
  handOn: (ids: readonly Id[]) => Promise<void>,
): { readonly add: (ids: readonly Id[]) => void; readonly stop: () => void } {
  const waiting = new Set<Id>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;

  async function flush(): Promise<void> {
    timer = undefined;
    isBusy = true;
    try {
      while (waiting.size > 0) {
        const batch = [...waiting].slice(0, MOST);
        for (const id of batch) waiting.delete(id);
        await handOn(batch);
      }
    } finally {
      isBusy = false;
    }
  }

  return {
    add(ids) {
      for (const id of ids) waiting.add(id);
      if (isBusy || timer !== undefined) return;
      timer = setTimeout(() => void flush(), WAIT_MS);
    },
    stop() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
