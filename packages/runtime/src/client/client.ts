/// <reference lib="esnext.disposable" />
import type { Caller } from './caller.ts';
import { modeOf } from './mode.ts';
import type { ClientOptions } from './options.ts';
import { PipelineCaller } from './pipeline-caller.ts';
import { type ApiClient, createApi } from './raw-api.ts';
import { type Inheritance, readSettings } from './read-settings.ts';
import type { ClientSetup, Settings } from './settings.ts';

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
  /** Makes the calls of the resources. */
  protected readonly caller: Caller;
  readonly #options: ClientOptions;
  readonly #settings: Settings;
  #api: ApiClient<Paths> | undefined;

  /**
   * @param setup - What the document says; the generator writes it.
   * @param options - What the user gave.
   * @throws A {@link ConfigurationError} if the options cannot be used; nothing is sent.
   */
  constructor(setup: ClientSetup, options: ClientOptions = {}) {
    // Only `withOptions` sets the symbol, on options of this very class.
    const { [inherited]: inheritance, ...own } = options as InheritingOptions;
    this.#options = own;
    this.#settings = readSettings(setup, own, inheritance);
    this.caller = new PipelineCaller(this.#settings);
  }

  /** A client of openapi-fetch's shape, typed by path, on top of the same pipeline. */
  get api(): ApiClient<Paths> {
    this.#api ??= createApi<Paths>(this.#settings);
    return this.#api;
  }

  /** Mode of the key, such as `live` or `test`, by its prefix; `undefined` if the key does not tell. */
  get mode(): string | undefined {
    const { credential, profile } = this.#settings;
    return modeOf(credential.current, profile.keyPrefixes);
  }

  /**
   * Ends the client: its calls that are under way, in whatever phase, reject with an
   * {@link AbortError} `client_disposed`, as does every new one; its subscriptions end; it leaves no
   * timer behind. Copies made by `withOptions` live on, and so does a `store` that it was
   * given. Done by `using client = new …`.
   */
  [Symbol.dispose](): void {
    this.#settings.open.dispose();
  }

  /** The same for `await using`; nothing is left to wait for. */
  async [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
  }

  /**
   * A copy with some options changed, which shares what is known of the rate limit.
   *
   * @param options - The options that differ.
   * @throws A {@link ConfigurationError} if the options cannot be used.
   */
  withOptions(options: Partial<ClientOptions>): this {
    const { credential, gates, budget, deprecated } = this.#settings;
    const replaced = options.apiKey !== undefined || options.auth !== undefined;
    const { apiKey: _key, auth: _auth, ...kept } = this.#options;
    const inheritance: Inheritance = {
      gates,
      budget,
      deprecated,
      credential: replaced ? undefined : credential,
    };
    // A generated client takes its options alone, and hands them on to this constructor.
    const Copy = this.constructor as new (options: ClientOptions) => this;
    return new Copy({ ...kept, ...options, [inherited]: inheritance } as InheritingOptions);
  }
}
