import { ConfigurationError } from '../errors/configuration-error.ts';
import { checkToken, type TokenRule } from './check-token.ts';
import type { Credential } from './credential.ts';
import { Secret } from './secret.ts';
import type { TokenSource } from './token-source.ts';

/** How a token is sent. */
export interface TokenForm {
  /** Header that carries it, in lower case. */
  readonly headerName: string;
  /** What stands before the token in the header: `'Bearer '`. */
  readonly prefix: string;
  /** What the token may consist of. */
  readonly rule: TokenRule;
}

/** A credential that is one token in one header; {@link bearer} and its like make it. */
export class TokenCredential implements Credential {
  /** See {@link Credential.headerName}. */
  readonly headerName: string;
  /** See {@link Credential.renewable}. */
  readonly renewable: boolean;
  readonly #form: TokenForm;
  readonly #ask: () => string | Promise<string>;
  #current: Secret | undefined;
  #previous: Secret | undefined;
  #asking: Promise<Secret> | undefined;

  /**
   * @param source - The token, or a function that gives one.
   * @param form - How it is sent.
   * @throws {@link ConfigurationError} if a token that is given outright cannot be one.
   */
  constructor(source: TokenSource, form: TokenForm) {
    this.#form = form;
    this.headerName = form.headerName;
    this.renewable = typeof source === 'function';
    if (typeof source === 'function') {
      this.#ask = source;
    } else {
      this.#current = this.#accept(source);
      this.#ask = () => source;
    }
  }

  /** See {@link Credential.current}. */
  get current(): Secret | undefined {
    return this.#current;
  }

  /** See {@link Credential.obtain}. */
  obtain(): Promise<Secret> {
    if (this.#current) return Promise.resolve(this.#current);
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** See {@link Credential.format}. */
  format(token: Secret): string {
    return this.#form.prefix + token.reveal();
  }

  /** See {@link Credential.forget}. */
  forget(token: Secret): void {
    if (this.#current !== token) return;
    this.#previous = token;
    this.#current = undefined;
  }

  /** See {@link Credential.maskIn}. */
  maskIn(text: string): string {
    const masked = this.#current?.maskIn(text) ?? text;
    return this.#previous?.maskIn(masked) ?? masked;
  }

  async #askOnce(): Promise<Secret> {
    let token: unknown;
    try {
      token = await this.#ask();
    } catch (cause) {
      throw new ConfigurationError(
        'key_source_failed',
        'cannot get an API key: the function that gives it failed. See the cause.',
        { cause },
      );
    }
    this.#current = this.#accept(token);
    return this.#current;
  }

  #accept(token: unknown): Secret {
    checkToken(token, this.#form.rule);
    return new Secret(token);
  }
}
