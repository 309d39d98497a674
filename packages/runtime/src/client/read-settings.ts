import type { Credential } from '../credentials/credential.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { createEmitter, type Emitter } from '../events/emitter.ts';
import { GateRegistry } from '../gate/gate-registry.ts';
import { RetryBudget } from '../policy/retry-budget.ts';
import { addHeaders } from './build-request.ts';
import { checkClientOptions } from './check-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { isBrowser, readBaseUrl, readVariable } from './environment.ts';
import { checkMode, findModeMismatch } from './mode.ts';
import { OpenThings } from './open-things.ts';
import type { ClientOptions } from './options.ts';
import { overlay } from './overlay.ts';
import type { ApiProfile } from './profile.ts';
import type { ClientSetup, Settings } from './settings.ts';
import { userAgentOf } from './user-agent.ts';

/** What a client and its copies share. */
type Shared = Pick<Settings, 'gates' | 'budget' | 'deprecated'>;

/** What a copy of a client takes over from its original. */
export interface Inheritance extends Shared {
  /** The original's credential, unless the copy has one of its own. */
  readonly credential: Credential | undefined;
}

const DEFAULTS: Omit<Settings, keyof Shared | keyof Emitter | keyof ClientSetup | Derived> = {
  fetch: undefined,
  fetchOptions: undefined,
  timeoutMs: 30_000,
  deadlineMs: Number.POSITIVE_INFINITY,
  maxResponseBytes: 2 ** 26,
  validateResponses: undefined,
  idempotency: true,
  expectMode: undefined,
  telemetry: undefined,
  clock: systemClock,
  random: Math.random,
};

/** Settings that are not an option as it was given. */
type Derived =
  | ('credential' | 'baseUrl' | 'origin' | 'open' | 'headers')
  | ('retry' | 'maxWaitMs' | 'warnBelow');

/**
 * Checks options and puts in the defaults, once per client.
 *
 * @param setup - What the document says.
 * @param options - What the user gave.
 * @param inheritance - What a copy takes over.
 * @throws A {@link ConfigurationError}
 */
export function readSettings(
  setup: ClientSetup,
  options: ClientOptions,
  inheritance?: Inheritance,
): Settings {
  checkClientOptions(options);
  const { profile } = setup;
  const { retry, rateLimit, baseUrl, allowInsecure = false } = options;
  const credential = inheritance?.credential ?? readCredential(options, profile);
  refuseBrowser(credential, options.allowBrowser);
  const own = overlay(DEFAULTS, options);
  checkMode(credential.current, { expectMode: own.expectMode, profile });
  const emitter = createEmitter(options, profile.packageName, readVariable(profile.env.log));
  const { href, origin } = readBaseUrl(
    baseUrl ?? readVariable(profile.env.baseUrl) ?? profile.baseUrl,
    allowInsecure || credential.anonymous === true,
  );
  const url = href.replace(/\/+$/, '');
  const mismatch = findModeMismatch(credential.current, url, profile);
  if (mismatch) emitter.emit({ type: 'mode-mismatch', ...mismatch });
  return {
    ...setup,
    ...own,
    ...emitter,
    ...overlay({ maxWaitMs: 60_000, warnBelow: 100 }, rateLimit),
    ...(inheritance ?? startShared(options, own.clock, emitter)),
    credential,
    baseUrl: url,
    origin,
    open: new OpenThings(),
    headers: headersOf(options, profile),
    retry: overlay({ maxAttempts: 4, baseDelayMs: 500, maxDelayMs: 20_000 }, retry),
  };
}

/** What a client has that its copies share. */
function startShared({ retry, rateLimit }: ClientOptions, clock: Clock, { emit }: Emitter): Shared {
  const onStore = (state: 'lost' | 'back'): void => emit({ type: 'rate-limit-store', state });
  return {
    gates: new GateRegistry({ clock, ...rateLimit, onStore }),
    budget: new RetryBudget(retry?.budget ?? 500, () => clock.now()),
    deprecated: new Set(),
  };
}

function headersOf({ headers, appInfo }: ClientOptions, profile: ApiProfile): Settings['headers'] {
  const own = {
    accept: 'application/json, */*;q=0.5',
    'user-agent': userAgentOf(profile, appInfo),
  };
  const all: Record<string, string> = {};
  addHeaders(all, Object.entries({ ...own, ...headers }));
  return all;
}

function readCredential(
  { auth, apiKey }: ClientOptions,
  { env, clientName, credential, withoutKey }: ApiProfile,
): Credential {
  if (auth && apiKey) {
    const message = "cannot use 'apiKey' and 'auth' together: give one of them.";
    throw new ConfigurationError('invalid_option', message);
  }
  if (auth) return auth;
  const source = apiKey ?? readVariable(env.apiKey);
  if (source !== undefined) return credential(source);
  if (withoutKey) return withoutKey();
  const variable = env.apiKey ? ` or set ${env.apiKey} in the environment` : '';
  throw new ConfigurationError(
    'missing_key',
    `cannot make a ${clientName}: there is no API key. Pass apiKey${variable}; ` +
      'for calls that need none pass auth: noCredential().',
  );
}

function refuseBrowser(credential: Credential, allowBrowser = false): void {
  if (allowBrowser || credential.anonymous || !isBrowser()) return;
  throw new ConfigurationError(
    'browser_refused',
    'cannot use a credential in a browser: every visitor could read it. ' +
      'Call the API from your server, or set allowBrowser if the key may be public.',
  );
}
