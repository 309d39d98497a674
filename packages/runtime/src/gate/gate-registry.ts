import type { Clock } from '../client/clock.ts';
import type { Credential } from '../credentials/credential.ts';
import { RateGate } from './rate-gate.ts';

/** One gate for each credential at each origin; shared by a client and its copies. */
export class GateRegistry {
  readonly #clock: Clock;
  readonly #gates = new Map<Credential | undefined, Map<string, RateGate>>();

  /** @param clock - Where time comes from. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * The gate of a credential at an origin.
   *
   * @param credential - The credential, or `undefined` for calls that need none.
   * @param origin - Scheme, host and port.
   */
  of(credential: Credential | undefined, origin: string): RateGate {
    let byOrigin = this.#gates.get(credential);
    if (!byOrigin) {
      byOrigin = new Map();
      this.#gates.set(credential, byOrigin);
    }
    let gate = byOrigin.get(origin);
    if (!gate) {
      gate = new RateGate(this.#clock);
      byOrigin.set(origin, gate);
    }
    return gate;
  }
}
