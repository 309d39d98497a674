import { parseResetAfterMs } from './reset-time.ts';
import { parseDecimal, readDateMs } from './retry-after.ts';
import { type ListMember, parseList } from './structured-list.ts';

/** What an answer says of one window of a rate limit. */
export interface RateLimitReport {
  /** Name of the limit: `hour`; `default` if the server gives none. */
  readonly policy: string;
  /** Calls that remain. */
  readonly remaining: number;
  /** Calls that the window holds. */
  readonly limit?: number;
  /** When it resets, in milliseconds from now. */
  readonly resetAfterMs?: number;
  /** Length of the window, in milliseconds. */
  readonly windowMs?: number;
  /** Set if it counts something else than calls, such as tokens or bytes. */
  readonly inUnits?: true;
}

type Family = readonly [prefix: string, dimension: string];

const SEPARATE_FAMILIES: readonly Family[] = [
  ['x-ratelimit-', ''],
  ['x-ratelimit-', '-requests'],
  ['x-ratelimit-', '-tokens'],
  ['x-rate-limit-', ''],
  ['ratelimit-', ''],
];

/**
 * What an answer says of the rate limit, in any of the forms in use; several windows at once.
 *
 * @remarks A field that is malformed is ignored, as the standard asks; nothing throws.
 * @param headers - Headers of the answer.
 * @param nowMs - The present, in milliseconds since the epoch.
 * @param families - The fields to look for, beside the combined ones.
 * @see draft-ietf-httpapi-ratelimit-headers-10, and its generations -00 to -06, -07 and -08
 */
export function readRateLimit(
  headers: Headers,
  nowMs: number,
  families: readonly Family[] = SEPARATE_FAMILIES,
): readonly RateLimitReport[] {
  const combined = headers.get('ratelimit');
  const reports = combined ? readCombined(combined, headers.get('ratelimit-policy') ?? '') : [];
  for (const [prefix, dimension] of families) {
    const remaining = parseDecimal(headers.get(`${prefix}remaining${dimension}`));
    if (remaining === undefined) continue;
    const limit = firstNumber(headers.get(`${prefix}limit${dimension}`));
    // Sent beside the standard fields, these say the same with less: no length, no name.
    if (reports.some((known) => known.remaining === remaining && known.limit === limit)) continue;
    const reset = headers.get(`${prefix}reset${dimension}`);
    const resetAfterMs = reset ? parseResetAfterMs(reset, serverNowMs(headers, nowMs)) : undefined;
    const policy = `${prefix}${dimension}`.replace(/^-|-+$/g, '').replace('--', '-');
    const inUnits = dimension === '-tokens' || undefined;
    reports.push(makeReport({ policy, remaining, limit, resetAfterMs, inUnits }));
  }
  return reports;
}

/** After so many answers those fields are looked for that were not there before. */
const LOOK_EVERY = 16;

/** Reads the fields of one server: it fills in the same ones in all that it answers, as a rule. */
export class RateLimitReader {
  #filled: readonly Family[] = SEPARATE_FAMILIES;
  #answers = 0;

  /**
   * What an answer says of the rate limit.
   *
   * @param response - The answer; one that refuses can say more than others.
   * @param nowMs - The present, in milliseconds since the epoch.
   */
  read({ headers, ok }: Response, nowMs: number): readonly RateLimitReport[] {
    const isLook = !ok || this.#answers % LOOK_EVERY === 0;
    const known = isLook ? [] : readRateLimit(headers, nowMs, this.#filled);
    this.#answers += 1;
    if (known.length > 0) return known;
    if (ok)
      this.#filled = SEPARATE_FAMILIES.filter(([prefix, dimension]) =>
        headers.has(`${prefix}remaining${dimension}`),
      );
    return readRateLimit(headers, nowMs);
  }
}

/** One window, written as nearly every server does: there is nothing to take apart then. */
const PLAIN = /^"([^"\\=]{1,99})";r=(\d{1,15});t=(\d{1,6})$/;

function readCombined(limits: string, policies: string): RateLimitReport[] {
  const policyByName = readPolicies(policies);
  const [, policy = '', r, t] = PLAIN.exec(limits) ?? [];
  const { limit, windowMs, unit } = policyByName.get(policy) ?? {};
  if (limit !== undefined && windowMs !== undefined && unit === undefined) {
    const remaining = Math.min(Number(r), limit);
    return [{ policy, remaining, limit, resetAfterMs: Number(t) * 1000, windowMs }];
  }
  const members = parseList(limits);
  if (members.some(({ value }) => value.startsWith('remaining='))) return readDictionary(members);
  const reports: RateLimitReport[] = [];
  for (const { value, parameters } of members) {
    const { unit = REQUESTS, limit, windowMs } = policyByName.get(value) ?? {};
    const remaining = integer(parameters.get('r'));
    // What counts calls under way has no window: it frees as they end.
    if (remaining === undefined || unit === 'concurrent-requests') continue;
    const policy = value + (parameters.get('pk') ?? '');
    const resetAfterMs = secondsToMs(parameters.get('t'));
    const inUnits = unit !== REQUESTS || undefined;
    reports.push(makeReport({ policy, remaining, limit, resetAfterMs, windowMs, inUnits }));
  }
  return reports;
}

const REQUESTS = 'requests';

function readDictionary(members: readonly ListMember[]): RateLimitReport[] {
  const entries = new Map(members.map(({ value }) => pairOf(value)));
  const remaining = integer(entries.get('remaining'));
  if (remaining === undefined) return [];
  const limit = integer(entries.get('limit'));
  const resetAfterMs = secondsToMs(entries.get('reset'));
  return [makeReport({ policy: 'default', remaining, limit, resetAfterMs })];
}

interface Policy {
  readonly limit?: number | undefined;
  readonly windowMs?: number | undefined;
  readonly unit?: string | undefined;
}

/** A server states the same policies with each answer: the last text is not read twice. */
let last: { readonly text: string; readonly policies: ReadonlyMap<string, Policy> } = {
  text: '',
  policies: new Map(),
};

function readPolicies(text: string): ReadonlyMap<string, Policy> {
  if (last.text !== text) last = { text, policies: new Map(parseList(text).map(toPolicy)) };
  return last.policies;
}

function toPolicy({ value, parameters }: ListMember): [name: string, policy: Policy] {
  const limit = integer(parameters.get('q'));
  return [value, { limit, windowMs: secondsToMs(parameters.get('w')), unit: parameters.get('qu') }];
}

type Loose = { readonly [Key in keyof RateLimitReport]: RateLimitReport[Key] | undefined };

function makeReport(parts: Loose): RateLimitReport {
  const { policy = 'default', remaining = 0, limit, resetAfterMs, windowMs, inUnits } = parts;
  return {
    policy,
    remaining: limit === undefined ? remaining : Math.min(remaining, limit),
    ...(limit !== undefined && { limit }),
    ...(resetAfterMs !== undefined && { resetAfterMs }),
    ...(windowMs !== undefined && { windowMs }),
    ...(inUnits && { inUnits }),
  };
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function firstNumber(text: string | null): number | undefined {
  // An early draft lists the policies after the limit: `100, 100;w=10`.
  return integer(text?.split(/[,;]/)[0]?.trim());
}

function secondsToMs(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseResetAfterMs(text, 0);
}

/**
 * The present by the server's clock.
 *
 * @remarks `Date` has whole seconds, so a clock that is less than a second ahead of it agrees with it:
 * then the own, finer, one is right.
 */
function serverNowMs(headers: Headers, nowMs: number): number {
  const dateMs = readDateMs(headers, nowMs);
  return nowMs >= dateMs && nowMs < dateMs + 1000 ? nowMs : dateMs;
}
