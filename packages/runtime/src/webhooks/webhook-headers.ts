import { WebhookError } from '../errors/webhook-error.ts';
import { type Bytes, decodeBase64, type KeyText } from './signing-key.ts';

/** Headers of a webhook: a `Headers`, or a record such as Node's `request.headers`. */
export type WebhookHeaders =
  | Pick<Headers, 'get'>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** One signature of a webhook. */
export interface WebhookSignature extends Pick<KeyText, 'version'> {
  /** The signature. */
  readonly bytes: Bytes;
}

/** What the headers of a webhook say. */
export interface WebhookStamp {
  /** Id of the message: the same for each delivery of it. */
  readonly id: string;
  /** When it was sent, in seconds since the epoch, as written. */
  readonly timestamp: string;
  /** Its signatures: more than one while a secret is rotated. */
  readonly signatures: readonly WebhookSignature[];
}

/** Each signature is one more pass over the body: a stranger must not choose how many. */
const MOST_SIGNATURES = 16;

/**
 * Reads the headers of a webhook.
 *
 * @param headers - The headers.
 * @throws A {@link WebhookError} `missing_header` or `malformed_header`.
 * @see Standard Webhooks 1.0.0, "Webhook headers"
 */
export function readStamp(headers: WebhookHeaders): WebhookStamp {
  const id = read(headers, 'webhook-id');
  const timestamp = read(headers, 'webhook-timestamp');
  // The parts of the signed text are joined by dots: one in the id could shift them.
  if (id.includes('.')) throw malformed('webhook-id');
  if (!/^\d{1,12}$/.test(timestamp)) throw malformed('webhook-timestamp');
  const signatures = read(headers, 'webhook-signature').split(' ').flatMap(readSignature);
  if (signatures.length === 0 || signatures.length > MOST_SIGNATURES)
    throw malformed('webhook-signature');
  return { id, timestamp, signatures };
}

function readSignature(text: string): readonly WebhookSignature[] {
  const [version, value = ''] = text.split(',');
  if (version !== 'v1' && version !== 'v1a') return [];
  const bytes = decodeBase64(value);
  return bytes ? [{ version, bytes }] : [];
}

function read(headers: WebhookHeaders, name: string): string {
  const value = isHeaders(headers) ? headers.get(name) : findIn(headers, name);
  if (typeof value === 'string' && value !== '') return value;
  const message = `cannot verify the webhook: the header ${name} is missing.`;
  throw new WebhookError('missing_header', message);
}

/** A platform can have several classes of that name, such as node-fetch's. */
function isHeaders(headers: WebhookHeaders): headers is Pick<Headers, 'get'> {
  return typeof headers.get === 'function';
}

function findIn(
  headers: Exclude<WebhookHeaders, Pick<Headers, 'get'>>,
  name: string,
): string | undefined {
  const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  return typeof value === 'object' ? value.join(' ') : value;
}

function malformed(name: string): WebhookError {
  const message = `cannot verify the webhook: the header ${name} is malformed.`;
  return new WebhookError('malformed_header', message);
}
