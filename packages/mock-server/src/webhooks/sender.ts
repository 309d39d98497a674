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
    const { id, eventId, event, body } = message;
    const entry: OutboxEntry = {
      ...{ id, eventId, endpointId: target.id, event, url: target.url },
      ...{ headers: {}, body, attemptedAt: 0, attempts: 0, status: 'recorded', mode: target.mode },
    };
    const signed = this.#sign(entry, target);
    this.#outbox.put(signed);
    return signed;
  }

  /** Begins to send, and to repeat until it succeeds; does nothing while real delivery is off. */
  start(id: string): void {
    const entry = this.#outbox.get(id);
    if (entry === undefined || this.#setup.deliver === undefined) return;
    const target = this.#setup
      .listEndpoints(entry.mode)
      .find((candidate) => candidate.id === entry.endpointId);
    if (target === undefined) this.#finish(entry, { status: 'failed' });
    else this.#track(this.#attempt(entry, target).then((result) => this.#settle(id, result)));
  }

  /** Sends once, to an endpoint that need not be enabled; there is no retry. */
  async sendOnce(id: string, target: WebhookTarget): Promise<void> {
    const entry = this.#outbox.get(id);
    if (entry === undefined || this.#setup.deliver === undefined) return;
    const attempt = this.#attempt(entry, target).then((result) => this.#conclude(id, result));
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

  async #attempt(entry: OutboxEntry, target: WebhookTarget): Promise<AttemptResult | undefined> {
    const history = this.#history;
    const fetch = this.#setup.deliver?.fetch;
    if (fetch === undefined) return undefined;
    const signed = this.#sign({ ...entry, url: target.url }, target);
    const { nextAttemptAt: _planned, ...sent } = signed;
    this.#outbox.put({ ...sent, status: 'pending', attempts: entry.attempts + 1 });
    const headers = { 'content-type': 'application/json', ...signed.headers };
    const result = await postDelivery({ ...signed, headers }, fetch);
    return history === this.#history ? result : undefined;
  }

  #sign(entry: OutboxEntry, target: WebhookTarget): OutboxEntry {
    const attemptedAt = this.#setup.clock.now();
    const timestampSeconds = Math.floor(attemptedAt / 1000);
    const message = { id: entry.eventId, timestampSeconds, body: entry.body };
    const signature = signMessage(message, target.secrets);
    const headers = { 'content-type': 'application/json', ...signature };
    return { ...entry, attemptedAt, headers };
  }

  // The result of the only attempt.
  #conclude(id: string, result: AttemptResult | undefined): void {
    const entry = this.#outbox.get(id);
    if (entry === undefined || result === undefined) return;
    const { responseStatus } = result;
    this.#finish(entry, {
      status: result.ok ? 'delivered' : 'failed',
      ...(responseStatus === undefined ? {} : { responseStatus }),
    });
  }

  // The result of an attempt that may be repeated.
  #settle(id: string, result: AttemptResult | undefined): void {
    const entry = this.#outbox.get(id);
    if (entry === undefined || result === undefined) return;
    if (result.responseStatus === 410) this.#setup.disableEndpoint?.(entry.endpointId);
    const { ok, ...answer } = result;
    const nextAttemptAt = ok
      ? undefined
      : planRetry({ attempts: entry.attempts, now: entry.attemptedAt, ...answer });
    if (nextAttemptAt === undefined) return this.#conclude(id, result);
    const { retryAfter: _read, ...status } = answer;
    this.#outbox.put({ ...entry, ...status, status: 'pending', nextAttemptAt });
    // The clock may have moved on past it while the answer was awaited.
    this.runDue();
  }

  #finish(entry: OutboxEntry, outcome: Pick<OutboxEntry, 'status' | 'responseStatus'>): void {
    const { nextAttemptAt: _planned, ...settled } = entry;
    this.#outbox.put({ ...settled, ...outcome });
  }
}
