import type { EventEnvelope } from '#shared/events.ts';
import type { Clock } from './clock.ts';
import type { Router } from './ipc/router.ts';
import type { Log } from './log.ts';
import type { Cipher } from './secrets/cipher.ts';

export interface CoreOptions {
  /** The data folder; made when it is missing. */
  readonly home: string;
  readonly version: string;
  /** Replaces https://graph.facebook.com; null for the real one. */
  readonly graphUrl: string | null;
  /** 0 takes any free port; a default that is taken moves on, a port given by hand that is taken throws. */
  readonly webhookPort: PortChoice;
  readonly apiPort: PortChoice;
  /** Start the practice platform and add its account if it is not there. */
  readonly practice: boolean;
  /** The first locks what is newly written; the others only open what was written before. */
  readonly ciphers: readonly [Cipher, ...Cipher[]];
  readonly log: Log;
  readonly clock: Clock;
}

export interface PortChoice {
  readonly port: number;
  readonly isDefault: boolean;
}

/** The running application without any window: what hosts and entries hold. */
export interface Core {
  readonly router: Router;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: EventEnvelope) => void): () => void;
  /** `http://127.0.0.1:PORT/webhook` */
  readonly webhookUrl: string;
  /** `http://127.0.0.1:PORT/api/v1` */
  readonly apiUrl: string;
  /** No new deliveries, in-flight sends recorded, database checkpointed. At most 5 s. */
  stop(): Promise<void>;
}

export declare function startCore(options: CoreOptions): Promise<Core>;
