import type { Credential, TokenRequest } from './credential.ts';
import { LEAST_HIDDEN, maskText } from './mask-text.ts';
import type { Grant, TokenFailure } from './read-grant.ts';
import { Secret } from './secret.ts';

/** How a token is sent. */
export interface TokenForm {
  /** See {@link Credential.headerName}. */
  readonly headerName?: string | undefined;
  /** See {@link Credential.account}. */
  readonly account?: string | undefined;
  /** See {@link Credential.attach}. */
  attach(request: Request, token: Secret): Request;
  /** What must not be shown, whatever the token. */
  readonly secrets?: readonly string[];
  /**
   * What beside the token must not be shown.
   *
   * @param token - The token.
   */
  hidden?(token: string): readonly string[];
}

/** Asks for a token; gives what went wrong instead of throwing it. */
export type AskToken = (request: TokenRequest) => Promise<Grant | TokenFailure>;

interface Question {
  readonly askedAt: number;
  readonly answer: Promise<Secret | TokenFailure>;
}

/** Calls that began with an older token may still be under way, and be answered with it. */
const TOKENS_TO_MASK = 4;
/** How long before its end a token is replaced, in milliseconds; see {@link TokenSource}. */
const LEAST_AHEAD_MS = 60_000;
/** Pause after an attempt to replace a token that failed, while the token is still valid. */
const LEAST_PAUSE_MS = 1000;

/**
 * A credential that is one token at a time; {@link bearer} and its like make it.
 *
 * @remarks A token is replaced ahead of its end, while the old one still serves; only when none is valid
 * do calls wait. All that wait share one question.
 */
export class TokenCredential implements Credential {
  /** See {@link Credential.renewable}. */
  readonly renewable: boolean;
  readonly #form: TokenForm;
  readonly #ask: AskToken;
  readonly #secrets: readonly Secret[];
  #current: Secret | undefined;
  #expiresAt = 0;
  #refreshAt = 0;
  #question: Question | undefined;
  /** Length of the shortest text that could show a part of a secret. */
  #shortest = LEAST_HIDDEN;
  /** What must not be shown: of each token, the newest first. */
  #hidden: readonly (readonly Secret[])[] = [];

  /**
   * @param source - The token, or what to ask for it.
   * @param form - How it is sent.
   */
  constructor(source: Grant | AskToken, form: TokenForm) {
    this.#form = form;
    this.#secrets = form.secrets?.map((text) => new Secret(text)) ?? [];
    this.renewable = typeof source === 'function';
    this.#ask = typeof source === 'function' ? source : () => Promise.resolve(source);
    this.#measure();
    if (typeof source !== 'function') this.#keep(source, 0);
  }

  /** See {@link Credential.headerName}. */
  get headerName(): string | undefined {
    return this.#form.headerName;
  }

  /** See {@link Credential.account}. */
  get account(): string | undefined {
    return this.#form.account;
  }

  /** See {@link Credential.current}. */
  get current(): Secret | undefined {
    return this.#current;
  }

  /** See {@link Credential.obtain}. */
  obtain(request: TokenRequest): Secret | Promise<Secret> {
    const now = request.clock.now();
    if (this.#current && now < this.#expiresAt) {
      if (now >= this.#refreshAt) this.#answer(request);
      return this.#current;
    }
    return this.#answer(request).then((answer) => {
      if (typeof answer === 'function') throw answer(request.context, this);
      return answer;
    });
  }

  /** See {@link Credential.attach}. */
  attach(request: Request, token: Secret): Request {
    return this.#form.attach(request, token);
  }

  /** See {@link Credential.forget}. */
  forget(token: Secret): void {
    if (this.renewable && this.#current === token) this.#current = undefined;
  }

  /** See {@link Credential.maskIn}. */
  maskIn(text: string): string {
    // Names of limits come with every answer, and are shorter than any part that is hidden.
    return text.length < this.#shortest ? text : maskText(text, this.#texts());
  }

  #measure(): void {
    const lengths = this.#texts().map(({ length }) => length || LEAST_HIDDEN);
    this.#shortest = Math.min(LEAST_HIDDEN, ...lengths);
  }

  #texts(): readonly string[] {
    const secrets = [this.#secrets, ...this.#hidden].flat();
    return secrets.map((secret) => secret.reveal());
  }

  /** The answer to the question under way, or to a new one. */
  #answer(request: TokenRequest): Question['answer'] {
    const askedAt = request.clock.now();
    const known = this.#question;
    // One that stays without an answer must not hold up every call to come.
    if (known && askedAt - known.askedAt < request.timeoutMs) return known.answer;
    const question = { askedAt, answer: this.#askNow(request) };
    this.#question = question;
    const end = (): void => {
      if (this.#question === question) this.#question = undefined;
    };
    question.answer.then(end, end);
    return question.answer;
  }

  async #askNow(request: TokenRequest): Promise<Secret | TokenFailure> {
    const { clock, onAsked } = request;
    const askedAt = clock.now();
    const given = await this.#ask(request);
    const now = clock.now();
    onAsked?.(now - askedAt, typeof given !== 'function');
    if (typeof given !== 'function') return this.#keep(given, askedAt);
    this.#refreshAt = now + Math.max(LEAST_PAUSE_MS, (this.#expiresAt - now) / 2);
    return given;
  }

  #keep({ token, expiresAt }: Grant, now: number): Secret {
    const lifeMs = expiresAt - now;
    const aheadMs = Math.min(Math.max(LEAST_AHEAD_MS, lifeMs / 10), lifeMs / 2);
    this.#expiresAt = expiresAt;
    this.#refreshAt = lifeMs === Number.POSITIVE_INFINITY ? expiresAt : expiresAt - aheadMs;
    const secret = new Secret(token);
    this.#current = secret;
    const beside = this.#form.hidden?.(token).map((text) => new Secret(text)) ?? [];
    this.#hidden = [[secret, ...beside], ...this.#hidden].slice(0, TOKENS_TO_MASK);
    this.#measure();
    return secret;
  }
}
