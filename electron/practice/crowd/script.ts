import type { NonEmpty } from '#shared/random.ts';
import type { InboundContent } from '../inbound.ts';
import { contentOf, type Supplies } from './contents.ts';
import type { Persona } from './personas.ts';

/** Somebody comes by and writes one message or a few in a row. */
export interface Opening {
  /** Simulated milliseconds after the opening before. */
  readonly afterMs: number;
  readonly persona: Persona;
  readonly contents: readonly InboundContent[];
}

/** Who writes when, without end: the first within seconds, then every 15 to 45 seconds. */
export function* openings(
  supplies: Supplies,
  personas: NonEmpty<Persona>,
): Generator<Opening, never, void> {
  const { random } = supplies;
  let afterMs = random.between(3_000, 5_000);
  for (;;) {
    const persona = random.pick(personas);
    const turns = random.pick(persona.lines.scenes);
    const untilTheShop = turns.findIndex(({ by }) => by === 'shop');
    const contents = turns.slice(0, untilTheShop).map((turn) => contentOf(turn, supplies));
    yield { afterMs, persona, contents };
    afterMs = random.between(15_000, 45_000);
  }
}
