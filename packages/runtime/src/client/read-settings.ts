import { bearer } from '../credentials/constructors.ts';
import type { Credential } from '../credentials/credential.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { createEmitter } from '../events/emitter.ts';
import { GateRegistry } from '../gate/gate-registry.ts';
import { RetryBudget } from '../policy/retry-budget.ts';
import { checkClientOptions } from './check-options.ts';
import { systemClock } from './clock.ts';
import { isBrowser, readBaseUrl, readVariable } from './environment.ts';
import { checkMode } from './mode.ts';
import type { ClientOptions } from './options.ts';
import type { ApiProfile } from './profile.ts';
import type { ClientSetup, Settings } from './settings.ts';

/** What a copy of a client takes over from its original. */
export interface Inheritance {
  /** The original's gates. */
  readonly gates: GateRegistry;
  /** The original's retry budget. */
  readonly budget: RetryBudget;
  /** The original's credential, unless the copy has one of its own. */
  readonly credential: Credential | undefined;
}

/**
 * Checks options and puts in the defaults, once per client.
 *
 * @param setup - What the document says.
 * @param options - What the user gave.
 * @param inheritance - What a copy takes over.
 * @throws {@link ConfigurationError}
 */
export function readSettings(
  setup: ClientSetup,
  options: ClientOptions,
  inheritance?: Inheritance,
): Settings {
  checkClientOptions(options);
  const { profile } = setup;
  const { clock = systemClock, retry = {}, rateLimit = {}, allowInsecure = false } = options;
  const credential = inheritance?.credential ?? readCredential(options, profile);
  refuseBrowser(credential, options.allowBrowser);
  checkMode(credential.current, { expectMode: options.expectMode, profile });
  const emit = createEmitter(options);
  const onStore = (state: 'lost' | 'back'): void => emit({ type: 'rate-limit-store', state });
  const url = options.baseUrl ?? readVariable(profile.env.baseUrl) ?? profile.baseUrl;
  const { href, origin } = readBaseUrl(url, allowInsecure || credential.headerName === undefined);
  return {
    ...setup,
    credential,
    baseUrl: href.replace(/\/+$/, ''),
    origin,
    fetch: options.fetch,
    headers: { accept: 'application/json, */*;q=0.5', ...options.headers },
    timeoutMs: options.timeoutMs ?? 30_000,
    deadlineMs: options.deadlineMs ?? Number.POSITIVE_INFINITY,
    retry: {
      maxAttempts: retry.maxAttempts ?? 4,
      baseDelayMs: retry.baseDelayMs ?? 500,
      maxDelayMs: retry.maxDelayMs ?? 20_000,
    },
    maxWaitMs: rateLimit.maxWaitMs ?? 60_000,
    warnBelow: rateLimit.warnBelow ?? 100,
    idempotency: options.idempotency ?? true,
    expectMode: options.expectMode,
    emit,
    clock,
    budget: inheritance?.budget ?? new RetryBudget(retry.budget ?? 500),
    random: options.random ?? Math.random,
    gates: inheritance?.gates ?? new GateRegistry({ clock, ...rateLimit, onStore }),
  };
}

function readCredential(
  { auth, apiKey }: ClientOptions,
  { env, clientName }: ApiProfile,
): Credential {
  if (auth && apiKey) {
    const message = "cannot use 'apiKey' and 'auth' together: give one of them.";
    throw new ConfigurationError('invalid_option', message);
  }
  if (auth) return auth;
  const source = apiKey ?? readVariable(env.apiKey);
  if (source !== undefined) return bearer(source);
  const variable = env.apiKey ? ` or set ${env.apiKey} in the environment` : '';
  throw new ConfigurationError(
    'missing_key',
    `cannot make a ${clientName}: there is no API key. Pass apiKey${variable}; ` +
      'for calls that need none pass auth: noCredential().',
  );
}

function refuseBrowser(credential: Credential, allowBrowser = false): void {
  if (allowBrowser || credential.headerName === undefined || !isBrowser()) return;
  throw new ConfigurationError(
    'browser_refused',
    'cannot use a credential in a browser: every visitor could read it. ' +
      'Call the API from your server, or set allowBrowser if the key may be public.',
  );
}
