import { createAlarm } from '../alarm.ts';
import { accountsToSync, staleTemplates } from '../store/template-sync.ts';
import type { TemplateDeps } from './ask-meta.ts';
import { refreshTemplate, syncTemplates } from './sync.ts';

/** Keeps Meta's copy of the templates fresh: webhooks say what, and a full list comes now and then. */
export interface TemplateWatch {
  /** Looks at once, as after a long sleep. */
  check(): void;
  /** Resolves when nothing is being asked of Meta any more, or after two seconds. */
  stop(): Promise<void>;
}

interface Deps extends TemplateDeps {
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Webhooks bring the news; this finds what they missed while the computer was off. */
const FRESH_MS = 6 * 3_600_000;

/** While Meta can't be reached. */
const AGAIN_MS = 10 * 60_000;

const GRACE_MS = 2000;

export function startTemplateWatch(deps: Deps): TemplateWatch {
  const { store, clock, log } = deps;
  const alarm = createAlarm(clock, check);
  let working = Promise.resolve();
  let isWorking = false;
  let isAsked = false;
  let isStopped = false;

  function check(): void {
    isAsked = true;
    if (isWorking || isStopped) return;
    isWorking = true;
    working = work().finally(() => {
      isWorking = false;
    });
  }

  async function work(): Promise<void> {
    isAsked = false;
    const isWhole = await bringUpToDate();
    alarm.set(clock() + (isWhole ? FRESH_MS : AGAIN_MS));
    // News may have come while it worked.
    if (isWhole && isAsked && !isStopped) await work();
  }

  /** False when something could not be asked. */
  async function bringUpToDate(): Promise<boolean> {
    const lists = accountsToSync(store, clock() - FRESH_MS).map(
      (id) => () => syncTemplates(deps, id),
    );
    const single = staleTemplates(store).map((one) => () => refreshTemplate(deps, one));
    let isWhole = true;
    for (const ask of [...lists, ...single]) {
      if (isStopped) return true;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one question after the other
        await ask();
      } catch (error) {
        log.warn({ error }, 'templates could not be brought up to date; trying again later');
        isWhole = false;
      }
    }
    return isWhole;
  }

  const forget = store.onChange((changes) => {
    if (changes.some(({ kind }) => kind === 'templates') && hasWork()) check();
  });

  function hasWork(): boolean {
    const isWanted = accountsToSync(store, clock() - FRESH_MS).length > 0;
    return !isWorking && (isWanted || staleTemplates(store).length > 0);
  }

  check();
  return {
    check,
    async stop() {
      isStopped = true;
      forget();
      alarm.stop();
      await Promise.race([working, deps.wait(GRACE_MS)]);
    },
  };
}
