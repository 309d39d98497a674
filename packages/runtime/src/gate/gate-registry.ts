import type { Credential } from '../credentials/credential.ts';
import { FallbackStore } from '../store/fallback-store.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import { bucketName } from './bucket-name.ts';
import type { GateSettings } from './gate-settings.ts';
import { RateGate } from './rate-gate.ts';

/** One gate for each credential at each origin; shared by a client and its copies. */
export class GateRegistry {
  readonly #settings: GateSettings;
  readonly #local = new MemoryRateLimitStore();
  readonly #gates = new Map<Credential | undefined, Map<string, RateGate>>();
  #opened = 0;

  /** @param settings - How gates let calls through. */
  constructor(settings: GateSettings) {
    this.#settings = settings;
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
      gate = this.#open(credential, origin);
      byOrigin.set(origin, gate);
    }
    return gate;
  }

  #open(credential: Credential | undefined, origin: string): RateGate {
    const { clock, store, onStore } = this.#settings;
    this.#opened += 1;
    const share = store
      ? new FallbackStore({
          clock,
          shared: store,
          local: this.#local,
          name: () => bucketName(credential, origin),
          onChange: onStore,
        })
      : this.#local;
    return new RateGate({ ...this.#settings, store: share }, `${this.#opened}`);
  }
}
