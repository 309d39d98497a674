import type { WebhooksSetup, WebhookTarget } from '../mock.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { type AttemptResult, postDelivery } from './post-delivery.ts';
import { planRetry } from './retry-schedule.ts';
import { signMessage } from './sign-message.ts';

/** What a message is before it has an address. */
export interface Message {
  /** Id of the delivery. */
  readonly id: string;
  /** Id of the event. */
  readonly eventId: string;
  /** Type of the event. */
  readonly event: string;
  /** The event as text. */
  readonly body: string;
}

/** Signs and posts what is in the outbox, and plans what has to be repeated. */
export class Sender {
  readonly #setup: WebhooksSetup;
  readonly #outbox: Outbox;
  readonly #underWay = new Set<Promise<void>>();
  // Results of posts that began before a restore belong to a history that no longer exists.
  #history = 0;

  /**
   * @param setup - Clock, endpoints and the fetch for real delivery.
   * @param outbox - Where deliveries are kept.
   */
  constructor(setup: WebhooksSetup, outbox: Outbox) {
    this.#setup = setup;
    this.#outbox = outbox;
  }

  /** Puts a message for one endpoint into the outbox, signed, not sent. */
  prepare(message: Message, target: WebhookTarget): OutboxEntry {
    const entry: OutboxEntry = {
      id: message.id,
      eventId: message.eventId,
      endpointId: target.id,
      event: message.event,
      url: target.url,
      headers: {},
      body: message.body,
      attemptedAt: 0,
      attempts: 0,
      status: 'recorded',
      mode: target.mode,
    };
    const signed = this.#sign(entry, target);
    this.#outbox.put(signed);
    return signed;
  }

  /** Begins to send, and to repeat until it succeeds; does nothing while real delivery is off. */
  start(id: string): void {
    const entry = this.#outbox.get(id);
    const fetch = this.#setup.deliver?.fetch;
    if (entry === undefined || fetch === undefined) return;
    const targets = this.#setup.listEndpoints(entry.mode);
    const target = targets.find((candidate) => candidate.id === entry.endpointId);
    if (target === undefined) this.#conclude(entry, { ok: false });
    else this.#track(this.#attempt({ entry, target, fetch, repeat: true }));
  }

  /** Sends once, to an endpoint that need not be enabled; there is no retry. */
  async sendOnce(id: string, target: WebhookTarget): Promise<void> {
    const entry = this.#outbox.get(id);
    const fetch = this.#setup.deliver?.fetch;
    if (entry === undefined || fetch === undefined) return;
    const attempt = this.#attempt({ entry, target, fetch, repeat: false });
    this.#track(attempt);
    await attempt;
  }

  /** Starts every attempt that is due by now. */
  runDue(): void {
    for (const entry of this.#outbox.due(this.#setup.clock.now())) this.start(entry.id);
  }

  /** Settles when nothing is under way. Retries planned for later are not waited for. */
  async drain(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Drops the results of everything under way. */
  forget(): void {
    this.#history += 1;
  }

  #track(attempt: Promise<void>): void {
    const tracked = attempt.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  async #attempt({ entry, target, fetch, repeat }: Attempt): Promise<void> {
    const history = this.#history;
    const { nextAttemptAt: _due, responseStatus: _last, ...message } = entry;
    const attempts = entry.attempts + 1;
    const signed = this.#sign({ ...message, url: target.url }, target);
    const sent: OutboxEntry = { ...signed, status: 'pending', attempts };
    this.#outbox.put(sent);
    const result = await postDelivery(sent, fetch);
    if (history !== this.#history) return;
    if (result.responseStatus === 410) this.#setup.disableEndpoint?.(target.id);
    const nextAttemptAt = result.ok || !repeat ? undefined : planNext(sent, result);
    if (nextAttemptAt === undefined) this.#conclude(sent, result);
    else this.#postpone({ ...sent, nextAttemptAt }, result);
  }

  #sign(entry: OutboxEntry, target: WebhookTarget): OutboxEntry {
    const attemptedAt = this.#setup.clock.now();
    const timestampSeconds = Math.floor(attemptedAt / 1000);
    const message = { id: entry.eventId, timestampSeconds, body: entry.body };
    const signature = signMessage(message, target.secrets);
    const headers = { 'content-type': 'application/json', ...signature };
    return { ...entry, attemptedAt, headers };
  }

  #conclude(entry: OutboxEntry, result: AttemptResult): void {
    const { nextAttemptAt: _due, ...settled } = entry;
    const status = result.ok ? 'delivered' : 'failed';
    this.#outbox.put({ ...settled, status, ...answered(result) });
  }

  #postpone(entry: OutboxEntry, result: AttemptResult): void {
    this.#outbox.put({ ...entry, ...answered(result) });
    // The clock may have moved on past the planned instant while the answer was awaited.
    this.runDue();
  }
}

interface Attempt {
  readonly entry: OutboxEntry;
  readonly target: WebhookTarget;
  readonly fetch: typeof globalThis.fetch;
  readonly repeat: boolean;
}

function planNext(sent: OutboxEntry, result: AttemptResult): number | undefined {
  return planRetry({ ...result, attempts: sent.attempts, now: sent.attemptedAt });
}

function answered({ responseStatus }: AttemptResult): { readonly responseStatus?: number } {
  return responseStatus === undefined ? {} : { responseStatus };
}
