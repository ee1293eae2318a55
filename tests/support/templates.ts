import { onTestFinished } from 'vitest';
import { createGraph } from '#electron/graph/client.ts';
import { silentLog } from '#electron/log.ts';
import type { PracticePlatform } from '#electron/practice/platform.ts';
import type { PracticeOptions } from '#electron/practice/platform.ts';
import { SHOP_TEMPLATES } from '#electron/practice/templates/shop-templates.ts';
import { saveAccount } from '#electron/store/accounts.ts';
import type { Store } from '#electron/store/store.ts';
import { findTemplateByName } from '#electron/store/templates.ts';
import type { TemplateDeps } from '#electron/templates/ask-meta.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Template } from '#shared/models/template.ts';
import { handClock, NUMBER, startQuietPlatform } from './practice.ts';
import type { HandClock } from './practice.ts';
import { memoryStore } from './store.ts';

export interface TemplateRig extends TemplateDeps {
  readonly store: Store;
  readonly clock: HandClock;
  readonly accountId: AccountId;
  readonly platform: PracticePlatform;
  template(name: string, language?: string): Template;
}

/** A number of a quiet platform with the practice shop's templates. Ended when the test ends. */
export async function templateRig(options: Partial<PracticeOptions> = {}): Promise<TemplateRig> {
  const store = memoryStore();
  const clock = handClock();
  const platform = await startQuietPlatform({ clock, templates: SHOP_TEMPLATES, ...options });
  onTestFinished(async () => {
    await platform.stop();
    store.close();
  });
  const accountId = addNumber(store);
  const target = {
    baseUrl: platform.url,
    apiVersion: 'v26.0',
    phoneNumberId: NUMBER.phoneNumberId,
    accessToken: NUMBER.accessToken,
  };
  return {
    store,
    clock,
    accountId,
    platform,
    log: silentLog,
    graph: createGraph({ fetch, clock, timeoutMs: 5000 }),
    connect: () => Promise.resolve(target),
    template(name, language = 'en_US') {
      const found = findTemplateByName(store, accountId, name, language);
      if (found === undefined) throw new Error(`There is no template ${name}.`);
      return found;
    },
  };
}

function addNumber(store: Store): AccountId {
  return store.write((tx) =>
    saveAccount(
      tx,
      {
        name: 'Shop',
        phoneNumberId: NUMBER.phoneNumberId,
        wabaId: NUMBER.wabaId,
        appId: NUMBER.appId,
        businessPortfolioId: NUMBER.businessPortfolioId,
        displayPhoneNumber: '+551155550142',
        profileName: NUMBER.verifiedName,
        verifyToken: 'verify',
        apiVersion: 'v26.0',
        throughputLevel: 'STANDARD',
        isPractice: false,
      },
      1,
    ),
  );
}
