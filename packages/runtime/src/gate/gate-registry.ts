import type { Credential } from '../credentials/credential.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import { NamedStore } from '../store/named-store.ts';
import { bucketName } from './bucket-name.ts';
import type { GateSettings } from './gate-settings.ts';
import { RateGate } from './rate-gate.ts';

/** One gate for each credential, origin and policy group; shared by a client and its copies. */
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
   * @param policy - Name of the operations' own limit; without it they share one.
   */
  of(credential: Credential | undefined, origin: string, policy?: string): RateGate {
    const name = policy === undefined ? origin : `${origin} ${policy}`;
    let byName = this.#gates.get(credential);
    if (!byName) {
      byName = new Map();
      this.#gates.set(credential, byName);
    }
    let gate = byName.get(name);
    if (!gate) {
      gate = this.#open(credential, name);
      byName.set(name, gate);
    }
    return gate;
  }

  #open(credential: Credential | undefined, name: string): RateGate {
    const { clock, store } = this.#settings;
    this.#opened += 1;
    const share = store
      ? new NamedStore(store, () => bucketName(credential, name, clock))
      : this.#local;
    return new RateGate({ ...this.#settings, store: share }, `${this.#opened}`);
  }
}
