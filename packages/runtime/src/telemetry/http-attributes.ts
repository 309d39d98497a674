import type { Attributes } from '@opentelemetry/api';
import { redactUrl } from './redact-url.ts';
import type { TracedAttempt, TracedStep } from './telemetry.ts';

const METHODS = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
]);

/**
 * The attributes that a span and a measurement of an attempt share.
 *
 * @param attempt - The attempt.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestduration
 */
export function sharedAttributes(attempt: TracedAttempt): Attributes {
  const { method } = attempt;
  const { hostname, port, protocol } = addressOf(attempt);
  return {
    // Any other word would let a caller of `client.api` make up values without end.
    'http.request.method': METHODS.has(method) ? method : '_OTHER',
    'server.address': hostname.replace(/^\[|\]$/g, ''),
    'server.port': Number(port) || (protocol === 'http:' ? 80 : 443),
    'url.scheme': protocol.slice(0, -1),
    'url.template': templateOf(attempt),
  };
}

/**
 * The attributes that only a span of an attempt has.
 *
 * @param attempt - The attempt.
 */
export function spanAttributes({ method, url, attempt }: TracedAttempt): Attributes {
  const full = redactUrl(url);
  return {
    ...(full && { 'url.full': full }),
    ...(!METHODS.has(method) && { 'http.request.method_original': method }),
    ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
  };
}

/**
 * The template of the whole path, the base URL's included: `/v1/tasks/{task_id}`.
 *
 * @param step - A call or an attempt.
 */
export function templateOf({ baseUrl, path }: TracedStep): string {
  return addressOf({ baseUrl }).pathname.replace(/\/$/, '') + path;
}

/** A client has one base URL: the last one is not parsed twice. */
let last = { baseUrl: '', url: new URL('http://localhost') };

function addressOf({ baseUrl }: Pick<TracedStep, 'baseUrl'>): URL {
  if (last.baseUrl !== baseUrl) last = { baseUrl, url: new URL(baseUrl) };
  return last.url;
}

/**
 * The attributes that tell how a step ended; of a success there is only the status.
 *
 * @param outcome - The status of the answer, or what the step failed with.
 */
export function outcomeAttributes(outcome: Outcome): Attributes {
  const type = errorTypeOf(outcome);
  return {
    ...(outcome.status !== undefined && { 'http.response.status_code': outcome.status }),
    ...(type !== undefined && { 'error.type': type }),
  };
}

/** How a step ended. */
export interface Outcome {
  /** The status of the answer, if one came. */
  readonly status?: number;
  /** What the step failed with. */
  readonly error?: unknown;
}

/**
 * What went wrong, in a word out of few: the status, or the code of the client's error.
 *
 * @param outcome - How the step ended.
 * @returns `undefined` if nothing did.
 */
export function errorTypeOf({ status, error }: Outcome): string | undefined {
  if (status !== undefined) return status >= 400 ? String(status) : undefined;
  const { code, name } = Object(error);
  return typeof code === 'string' ? code : typeof name === 'string' ? name : '_OTHER';
}
