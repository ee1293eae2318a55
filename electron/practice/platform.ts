import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRandom, type NonEmpty } from '#shared/random.ts';
import { categoryOf as readCategory } from '#shared/templates/read-meta.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createBlockLists, type BlockLists } from './block-lists.ts';
import { createCrowd } from './crowd/crowd.ts';
import { personas } from './crowd/personas.ts';
import { createCustomers, type Customers } from './customers.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGeneratedFiles } from './generated-media/files.ts';
import { createGraphServer } from './graph-server.ts';
import { practiceHistory } from './history/practice-history.ts';
import { createMarketingCap } from './marketing-cap.ts';
import { createMediaStore } from './media-store.ts';
import { createMessagingLimit } from './messaging-limit.ts';
import type { AcceptedMessage, Mark, PracticeCustomer, PracticeNumber } from './model.ts';
import { createNumberStandings, type NumberStandings } from './number-standing.ts';
import { createOutbound } from './outbound.ts';
import { createPace, perSecondOf } from './pace.ts';
import { createPeople, mixedStrangers } from './people.ts';
import { createPrices } from './prices.ts';
import { createScheduler } from './scheduler.ts';
import { createSendRules } from './send-rules.ts';
import { createSubscriptions } from './subscriptions.ts';
import type { CategoryOf, TemplateName } from './template-facts.ts';
import { createTemplateStandings, type TemplateStandings } from './template-standing.ts';
import { createSampleUploads } from './templates/sample-uploads.ts';
import { createTemplateShelf, type TemplateShelf } from './templates/shelf.ts';
import type { SeedTemplate } from './templates/template.ts';
import { createWamidMint } from './wamid.ts';
import { createWebhookDelivery, type WebhookDelivery } from './webhook-delivery.ts';

export interface PracticeOptions {
  /** 0, or left out, takes any free one. */
  readonly port?: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly numbers: NonEmpty<PracticeNumber>;
  /** Where webhooks go; while it is null they wait. */
  readonly callbackUrl: string | null;
  readonly seed: string;
  /** Real milliseconds per simulated one: 1 is real time, 0 as fast as possible. */
  readonly speed: number;
  readonly customers: readonly PracticeCustomer[];
  /** Whom the first number has blocked already, by WhatsApp id. */
  readonly blocked?: readonly string[];
  /** Lets the forty regulars of the practice shop write and answer by themselves. */
  readonly crowd: boolean;
  /** Meta mostly accepts and reports the failure later; both happen. */
  readonly windowRefusal?: 'failed_status' | 'at_once';
  /** Service messages a month that cost nothing: 1,000, if left out. */
  readonly freeServiceMessages?: number;
  /** Marketing templates that one person gets in a day: 2, if left out. */
  readonly marketingPerDay?: number;
  /** Of templates that are not among `templates`; UTILITY, if left out. */
  readonly categoryOf?: CategoryOf;
  /** What there is to send at first; left out, a template of any name can be sent. */
  readonly templates?: readonly SeedTemplate[];
  /** Called before the sender gets its answer, for journals that must survive a kill. */
  readonly onAccepted?: (message: AcceptedMessage) => void;
  /** Updates per webhook, at most. */
  readonly batchSize?: number;
  /** Webhooks side by side. One keeps their order, more let them overtake each other. */
  readonly connections?: number;
}

/** What Meta thinks of those who send, changed by hand. */
export interface Conditions {
  /** Quality, restriction and messaging limit of a number. */
  readonly number: NumberStandings['change'];
  /** Pacing, pauses and quality of a template of the first number's account. */
  readonly template: TemplateStandings['change'];
}

/** A WhatsApp platform on this machine: real HTTP on 127.0.0.1, real signed webhooks. */
export interface PracticePlatform {
  /** Stands in for `https://graph.facebook.com`. */
  readonly url: string;
  readonly numbers: NonEmpty<PracticeNumber>;
  readonly customers: Customers;
  readonly faults: Faults;
  readonly conditions: Conditions;
  readonly templates: Pick<TemplateShelf, 'tell' | 'named'>;
  /** In the order in which they were accepted. */
  readonly accepted: readonly AcceptedMessage[];
  readonly marks: readonly Mark[];
  readonly blocks: Pick<BlockLists, 'blockElsewhere' | 'unblockElsewhere' | 'list'>;
  readonly webhooks: Pick<WebhookDelivery, 'attempts' | 'repeat' | 'shuffle' | 'hold' | 'release'>;
  setCallbackUrl(url: string | null): void;
  /** Tells weeks of past chats of the regulars by webhook; meant for the first start with a crowd. */
  deliverHistory(): Promise<void>;
  /** Resolves when every status and webhook that is planned has been delivered. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 100;
const MARKETING_PER_DAY = 2;

export async function startPracticePlatform(options: PracticeOptions): Promise<PracticePlatform> {
  const { clock, log, numbers, speed } = options;
  const random = createRandom(options.seed);
  const waiters: (() => void)[] = [];
  const scheduler = createScheduler(speed, settle);
  const faults = createFaults();
  const files = createGeneratedFiles();
  const media = createMediaStore({ clock, files });
  const mint = createWamidMint(clock());
  const people = createPeople(
    numbers.map(({ phoneNumberId }) => phoneNumberId),
    options.crowd ? mixedStrangers : () => 'attentive',
  );
  const blocks = createBlockLists({ clock, people });
  const delivery = createWebhookDelivery(
    { clock, log, random: random.fork('webhooks'), onQuiet: settle },
    {
      callbackUrl: options.callbackUrl,
      speed,
      batchSize: options.batchSize ?? BATCH,
      connections: options.connections ?? 1,
    },
  );
  const accepted: AcceptedMessage[] = [];
  const marks: Mark[] = [];
  const pace = createPace();
  const numberStandings = createNumberStandings(numbers, delivery.enqueue);
  const templates = createTemplateShelf({
    clock,
    scheduler,
    enqueue: delivery.enqueue,
    numbers,
    seeds: options.templates ?? [],
  });
  const listed = ({ wabaId, name, language }: TemplateName) =>
    templates.named(wabaId, name, language);
  const templateStandings = createTemplateStandings({
    listed,
    number: numbers[0],
    scheduler,
    enqueue: delivery.enqueue,
  });
  const rules = createSendRules({
    clock,
    pace,
    media,
    mint,
    numbers: numberStandings,
    templates: templateStandings,
    isBlocked: blocks.has,
    messagingLimit: createMessagingLimit(),
    marketingCap: createMarketingCap(options.marketingPerDay ?? MARKETING_PER_DAY),
    windowRefusal: options.windowRefusal ?? 'failed_status',
  });
  const outbound = createOutbound({
    clock,
    random: random.fork('statuses'),
    people,
    rules,
    prices: createPrices(options.freeServiceMessages),
    templates: templateStandings,
    categoryOf(template) {
      const known = listed(template);
      if (known !== undefined) return readCategory(known.category);
      return options.categoryOf?.(template) ?? 'UTILITY';
    },
    mint,
    scheduler,
    enqueue: delivery.enqueue,
    onAccepted(message) {
      accepted.push(message);
      options.onAccepted?.(message);
      crowd?.hear(message);
    },
    onMark: (mark) => marks.push(mark),
  });
  const customers = createCustomers({
    clock,
    numbers,
    people,
    outbound,
    mint,
    enqueue: delivery.enqueue,
    isBlocked: blocks.has,
    onInbound: (number) => pace.takeNumber(number.phoneNumberId, perSecondOf(number), clock()),
  });
  if (options.crowd)
    for (const { customer } of personas) people.add({ ...customer, lastWroteAt: null });
  for (const customer of options.customers) people.add(customer);
  for (const waId of options.blocked ?? []) blocks.blockElsewhere(numbers[0].phoneNumberId, waId);
  const crowd = options.crowd
    ? createCrowd({ random: random.fork('crowd'), files, scheduler, customers, speed })
    : null;

  const subscriptions = createSubscriptions();
  const server = createGraphServer({
    clock,
    log,
    numbers,
    outbound,
    blocks,
    media,
    subscriptions,
    standings: numberStandings,
    templates,
    checksTemplates: options.templates !== undefined,
    samples: createSampleUploads(),
    faults,
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');

  crowd?.start();

  function settle(): void {
    if (scheduler.pending > 0 || delivery.pending > 0) return;
    for (const resolve of waiters.splice(0)) resolve();
  }

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    numbers,
    customers,
    faults,
    conditions: { number: numberStandings.change, template: templateStandings.change },
    templates,
    accepted,
    marks,
    blocks,
    webhooks: delivery,
    setCallbackUrl: delivery.setCallbackUrl,
    async deliverHistory() {
      const [number] = numbers;
      const history = await practiceHistory(clock(), options.seed, { number, people, mint, files });
      for (const [waId, at] of history.lastWroteAt) {
        people.find(waId)?.lastWroteAt.set(number.phoneNumberId, at);
      }
      for (const update of history.updates) delivery.enqueue(update);
    },
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        settle();
      }),
    async stop() {
      scheduler.stop();
      await delivery.stop();
      settle();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
