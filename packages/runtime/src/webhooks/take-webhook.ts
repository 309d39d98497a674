import { type WebhookCode, WebhookError } from '../errors/webhook-error.ts';
import { importKeys, readKeys, type VerifyingKey, type WebhookSecret } from './signing-key.ts';
import {
  refuseReplay,
  type UnwrapOptions,
  type VerifiedWebhook,
  verifyWebhook,
  type WebhookBody,
} from './verify-webhook.ts';
import type { WebhookHeaders } from './webhook-headers.ts';

/** What the function of an event is told beside it. */
export interface WebhookContext {
  /** The `webhook-id`: the same for each delivery of the event. */
  readonly id: string;
}

/** What a webhook handler does. */
export interface WebhookHandlerOptions<Events> extends UnwrapOptions {
  /** The endpoint's secret, several while it is rotated, or what gives it, asked for each webhook. */
  readonly secret: WebhookSecret | (() => WebhookSecret | Promise<WebhookSecret>);
  /**
   * What is done with an event, by its `type`. The sender is answered when it is done; if it throws, with
   * 500, so that the event comes again. An event without a function is accepted, and dropped.
   */
  readonly on: {
    readonly [Name in keyof Events]?: (event: Events[Name], context: WebhookContext) => unknown;
  };
  /**
   * Longest body, in bytes.
   *
   * @defaultValue 1_048_576
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Told of each webhook that was refused, and of what a function of `on` threw.
   *
   * @defaultValue writes to the console what is not the sender's fault
   */
  readonly onError?: ((error: unknown) => unknown) | undefined;
}

/** A webhook on its way in, whatever the server. */
export interface IncomingWebhook {
  /** Method of the request. */
  readonly method: string | undefined;
  /** Its headers. */
  readonly headers: WebhookHeaders;
  /** Reads its body. */
  readonly read: (maxBytes: number) => Promise<WebhookBody>;
}

/** What is answered. */
export interface WebhookAnswer {
  /** Its status. */
  readonly status: number;
  /** Why, for who looks at the deliveries; empty if all is well. */
  readonly reason: string;
}

/** What is not the sender's fault is 5xx, so that the event comes again; a repetition is done with. */
const STATUSES: { readonly [Code in WebhookCode]?: number } = {
  missing_secret: 500,
  malformed_secret: 500,
  unsupported_key: 500,
  body_not_raw: 500,
  body_too_large: 413,
  replayed: 204,
};

/**
 * Makes what takes webhooks: verifies each, and hands its event to the function for it.
 *
 * @param options - What it does.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`, if the secret is given as text.
 */
export function webhookTaker<Events>(
  options: WebhookHandlerOptions<Events>,
): (incoming: IncomingWebhook) => Promise<WebhookAnswer> {
  const { secret, maxBodyBytes = 1_048_576, onError = reportTo(globalThis.console) } = options;
  const known = typeof secret === 'function' ? undefined : readKeys(secret);
  const underWay = new Set<string>();
  let imported: Promise<readonly VerifyingKey[]> | undefined;

  async function keysOf(): Promise<readonly VerifyingKey[]> {
    if (typeof secret === 'function') return importKeys(readKeys(await secret()));
    imported ??= importKeys(known ?? []);
    return imported;
  }

  async function take({ method, headers, read }: IncomingWebhook): Promise<WebhookAnswer> {
    if (method !== 'POST') return { status: 405, reason: 'method_not_allowed' };
    const keys = await keysOf();
    const body = await read(maxBodyBytes);
    const webhook = await verifyWebhook({ body, headers }, keys, options);
    // Accepting it twice at once would lose it, if the first one fails after the second was accepted.
    if (underWay.has(webhook.id)) return { status: 409, reason: 'under_way' };
    underWay.add(webhook.id);
    try {
      await refuseReplay(webhook, options);
      await handle(webhook, options);
    } finally {
      underWay.delete(webhook.id);
    }
    return { status: 204, reason: '' };
  }

  return (incoming) =>
    take(incoming).catch(async (error: unknown) => {
      const answer = refusalOf(error);
      try {
        await onError(error);
      } catch {
        // Who listens cannot change the answer.
      }
      return answer;
    });
}

function refusalOf(error: unknown): WebhookAnswer {
  if (!(error instanceof WebhookError)) return { status: 500, reason: 'handler_failed' };
  const status = STATUSES[error.code] ?? 400;
  return { status, reason: status === 204 ? '' : error.code };
}

/** Unheard, what fails here would only show in the sender's list of deliveries. */
function reportTo(log: Pick<Console, 'error'>): (error: unknown) => void {
  return (error) => {
    if (refusalOf(error).status === 500) log.error(error);
  };
}

async function handle<Events>(
  webhook: VerifiedWebhook,
  { on, replayStore }: WebhookHandlerOptions<Events>,
): Promise<void> {
  const { id, event } = webhook;
  const type = String(Object(event).type);
  // The sender signed the event: it is what its document says of this type.
  const functions = on as { readonly [type: string]: (event: unknown, context: object) => unknown };
  try {
    if (Object.hasOwn(on, type)) await functions[type]?.(event, { id });
  } catch (error) {
    await replayStore?.forget(id);
    throw error;
  }
}
