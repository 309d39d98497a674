import { ConfigurationError } from '../errors/configuration-error.ts';
import { LOG_LEVELS } from '../events/logger.ts';
import { MAX_TIMER_MS } from './clock.ts';
import { nearest } from './nearest.ts';
import type { CallOptions, ClientOptions, RateLimitOptions, RetryOptions } from './options.ts';

/** What an option may be: a test and its name, or the rules of a group of options. */
type Rule = Test | Rules;
type Test = readonly [accepts: (value: unknown) => boolean, expected: string];
interface Rules {
  readonly [name: string]: Rule;
}
type RulesOf<Options> = { readonly [Name in keyof Required<Options>]: Rule };

const duration = number(1, MAX_TIMER_MS);
const wait = number(0, MAX_TIMER_MS);
const object = typed('object');
const callback = typed('function');
const text = typed('string');
const flag = typed('boolean');
const count = number(0, Number.MAX_SAFE_INTEGER);
const size = number(1, Number.MAX_SAFE_INTEGER);

const shown: Rule = [(value) => /^[ -~]+$/.test(String(value)), 'visible ASCII'];
// The pipeline's own fields: another `redirect` alone could carry the credential away.
const OWN_FIELDS = ['method', 'headers', 'body', 'redirect', 'signal'];
const fetchOptions: Rule = [
  (value) =>
    object[0](value) && !Object.keys(Object(value)).some((key) => OWN_FIELDS.includes(key)),
  `an object without ${OWN_FIELDS.join(', ')}`,
];

const retry: RulesOf<RetryOptions> = {
  maxAttempts: number(1, 100),
  baseDelayMs: wait,
  maxDelayMs: wait,
};
const rateLimit: RulesOf<RateLimitOptions> = {
  maxWaitMs: wait,
  warnBelow: count,
  pace: oneOf('burst', 'spread'),
  reserve: count,
  store: object,
};
const clientRules: RulesOf<ClientOptions> = {
  apiKey: [
    (value) => typeof value === 'string' || typeof value === 'function',
    'a string or function',
  ],
  auth: object,
  baseUrl: text,
  fetch: callback,
  fetchOptions,
  headers: object,
  appInfo: { name: shown, version: shown, url: shown },
  logger: object,
  logLevel: oneOf(...LOG_LEVELS),
  timeoutMs: duration,
  deadlineMs: duration,
  maxResponseBytes: size,
  validateResponses: callback,
  retry: { ...retry, budget: number(0, Number.POSITIVE_INFINITY) },
  rateLimit: { ...rateLimit },
  idempotency: flag,
  expectMode: text,
  allowBrowser: flag,
  allowInsecure: flag,
  telemetry: object,
  onEvent: callback,
  clock: object,
  random: callback,
};
const callRules: RulesOf<CallOptions> = {
  signal: object,
  timeoutMs: duration,
  deadlineMs: duration,
  maxWaitMs: wait,
  maxResponseBytes: size,
  fetchOptions,
  headers: object,
  idempotencyKey: [
    (value) => typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value),
    'visible ASCII, 1 to 255 characters',
  ],
  retry: { ...retry },
  priority: oneOf('interactive', 'normal', 'batch'),
};

/**
 * Refuses options that a client does not know or cannot use.
 *
 * @param options - What the user gave.
 * @throws A {@link ConfigurationError} `unknown_option` or `invalid_option`.
 */
export function checkClientOptions(options: object): void {
  check(options, clientRules, '');
}

/**
 * Refuses options that a call does not know or cannot use.
 *
 * @param options - What the user gave.
 * @throws A {@link ConfigurationError} `unknown_option` or `invalid_option`.
 */
export function checkCallOptions(options: object): void {
  check(options, callRules, '');
}

function check(options: object, rules: Rules, group: string): void {
  if (typeof options !== 'object' || options === null)
    throw invalid(group || 'options', 'an object');
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw unknownOption(group + name, nearest(name, Object.keys(rules)), group);
    if (value === undefined) continue;
    if (!isTest(rule)) check(value, rule, `${group}${name}.`);
    else if (!rule[0](value)) throw invalid(group + name, rule[1]);
  }
}

function isTest(rule: Rule): rule is Exclude<Rule, Rules> {
  return Array.isArray(rule);
}

function unknownOption(name: string, near: string | undefined, group: string): ConfigurationError {
  const hint = near === undefined ? 'See ClientOptions.' : `Did you mean '${group}${near}'?`;
  const message = `cannot use the option '${name}': there is none of that name. ${hint}`;
  return new ConfigurationError('unknown_option', message);
}

function invalid(name: string, expected: string): ConfigurationError {
  const message = `cannot use the option '${name}': its value is out of range or of a wrong type. Give ${expected}.`;
  return new ConfigurationError('invalid_option', message);
}

function typed(type: 'object' | 'function' | 'string' | 'boolean'): Test {
  return [(value) => typeof value === type && value !== null, `a value of type ${type}`];
}

function oneOf(...values: readonly unknown[]): Rule {
  return [(value) => values.includes(value), values.join(', ')];
}

function number(least: number, most: number): Rule {
  const accepts = (value: unknown): boolean =>
    typeof value === 'number' && value >= least && value <= most;
  return [accepts, `a number from ${least} to ${most}`];
}
