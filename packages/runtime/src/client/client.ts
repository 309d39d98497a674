import type { Caller } from './caller.ts';
import type { SendRequest } from './execute.ts';
import { modeOf } from './mode.ts';
import type { ClientOptions } from './options.ts';
import { PipelineCaller } from './pipeline-caller.ts';
import { type ApiClient, wrapTransport } from './raw-api.ts';
import { type Inheritance, readSettings } from './read-settings.ts';
import type { ClientSetup, Settings } from './settings.ts';
import { createTransport } from './transport.ts';

/** Carries what a copy takes over through the constructor of a generated client. */
const inherited: unique symbol = Symbol('inherited');

interface InheritingOptions extends ClientOptions {
  readonly [inherited]?: Inheritance;
}

/**
 * Base of every generated client: options checked, one pipeline, one gate.
 *
 * @remarks What it holds is in private fields, so that nothing secret shows when it is logged.
 */
export class Client<Paths extends {}> {
  /** The client of openapi-fetch, typed by path, on top of the same pipeline. */
  readonly api: ApiClient<Paths>;
  /** Makes the calls of the resources. */
  protected readonly caller: Caller;
  readonly #options: ClientOptions;
  readonly #settings: Settings;

  /**
   * @param setup - What the document says; the generator writes it.
   * @param options - What the user gave.
   * @throws {@link ConfigurationError} if the options cannot be used; nothing is sent.
   */
  constructor(setup: ClientSetup, options: ClientOptions = {}) {
    // Only `withOptions` sets the symbol, on options of this very class.
    const { [inherited]: inheritance, ...own } = options as InheritingOptions;
    this.#options = own;
    this.#settings = readSettings(setup, own, inheritance);
    const transport = createTransport<Paths>(this.#settings);
    // Its type is worked out per path; the caller passes what the generated methods checked.
    const sendRequest = transport.request as unknown as SendRequest;
    this.caller = new PipelineCaller(this.#settings, sendRequest);
    this.api = wrapTransport(transport, this.#settings);
  }

  /** Mode of the key, such as `live` or `test`, by its prefix; `undefined` if the key does not tell. */
  get mode(): string | undefined {
    const { credential, profile } = this.#settings;
    return modeOf(credential.current, profile.keyPrefixes);
  }

  /**
   * A copy with some options changed, which shares what is known of the rate limit.
   *
   * @param options - The options that differ.
   * @throws {@link ConfigurationError} if the options cannot be used.
   */
  withOptions(options: Partial<ClientOptions>): this {
    const { credential, gates, budget } = this.#settings;
    const replaced = options.apiKey !== undefined || options.auth !== undefined;
    const { apiKey: _key, auth: _auth, ...kept } = this.#options;
    const inheritance: Inheritance = {
      gates,
      budget,
      credential: replaced ? undefined : credential,
    };
    // A generated client takes its options alone, and hands them on to this constructor.
    const Copy = this.constructor as new (options: ClientOptions) => this;
    return new Copy({ ...kept, ...options, [inherited]: inheritance } as InheritingOptions);
  }
}
