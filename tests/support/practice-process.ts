import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { parseJson, type Json } from '#shared/json.ts';
import { systemClock } from '#electron/clock.ts';
import { createLog } from '#electron/log.ts';
import { startPracticePlatform } from '#electron/practice/platform.ts';

/**
 * A practice platform as a process of its own, for tests that kill Frontdesk and ask afterwards what
 * Meta saw: `node tests/support/practice-process.ts '{"numbers":[…],"journal":"accepted.jsonl"}'`.
 *
 * Prints `{"url":"…"}` when it is ready. Every accepted message is in the journal, a line of JSON
 * each, before its sender hears of it. Takes commands as lines of JSON on standard input and answers
 * each with a line; ends with its input.
 */
const optionsSchema = z.strictObject({
  port: z.int().optional(),
  numbers: z.tuple([numberSchema()], numberSchema()),
  callbackUrl: z.string().nullable().default(null),
  seed: z.string().default('process'),
  speed: z.number().default(0),
  customers: z.array(customerSchema()).default([]),
  crowd: z.boolean().default(false),
  connections: z.int().optional(),
  journal: z.string(),
});

const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), customer: z.string(), text: z.string() }),
  z.strictObject({ do: z.literal('callback'), url: z.string().nullable() }),
  z.strictObject({
    do: z.literal('fault'),
    fault: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('error'), code: z.int() }),
      z.strictObject({ kind: z.literal('http'), status: z.int() }),
      z.strictObject({ kind: z.literal('hang_before_accepting') }),
      z.strictObject({ kind: z.literal('hang_after_accepting') }),
      z.strictObject({ kind: z.literal('drop_before_accepting') }),
      z.strictObject({ kind: z.literal('drop_after_accepting') }),
      z.strictObject({ kind: z.literal('broken_answer_after_accepting') }),
      z.strictObject({ kind: z.literal('failed_status'), code: z.int() }),
    ]),
    times: z.int().default(1),
  }),
  z.strictObject({ do: z.literal('hold') }),
  z.strictObject({ do: z.literal('release') }),
  z.strictObject({ do: z.literal('idle') }),
]);

const { journal, port, connections, ...options } = optionsSchema.parse(
  parseJson(process.argv[2] ?? '{}'),
);

const platform = await startPracticePlatform({
  ...options,
  ...(port !== undefined && { port }),
  ...(connections !== undefined && { connections }),
  clock: systemClock,
  log: createLog('warn', null),
  onAccepted: (message) => appendFileSync(journal, `${JSON.stringify(message)}\n`),
});
print({ url: platform.url });

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() !== '') print(await obey(commandSchema.parse(parseJson(line))));
}
await platform.stop();

async function obey(command: z.infer<typeof commandSchema>): Promise<Json> {
  switch (command.do) {
    case 'say':
      return { wamid: platform.customers.get(command.customer).say(command.text) };
    case 'callback':
      platform.setCallbackUrl(command.url);
      break;
    case 'fault':
      platform.faults.next(command.fault, { times: command.times });
      break;
    case 'hold':
      platform.webhooks.hold();
      break;
    case 'release':
      platform.webhooks.release();
      break;
    case 'idle':
      await platform.idle();
      break;
  }
  return { done: command.do };
}

function print(value: Json): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function numberSchema() {
  return z.strictObject({
    phoneNumberId: z.string(),
    wabaId: z.string(),
    businessPortfolioId: z.string(),
    displayPhoneNumber: z.string(),
    verifiedName: z.string(),
    accessToken: z.string(),
    appId: z.string(),
    appSecret: z.string(),
    throughput: z.enum(['STANDARD', 'HIGH']),
    messagingLimit: z
      .enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'])
      .exactOptional(),
  });
}

function customerSchema() {
  return z.strictObject({
    waId: z.string(),
    name: z.string(),
    bsuid: z.string(),
    lastWroteAt: z.number().nullable(),
  });
}
