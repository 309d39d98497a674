import type { ApiModel, JsonObject, JsonValue } from '@product/spec-model';
import type { RequestHandler } from 'msw';
import type { MockClock } from './clock/mock-clock.ts';
import type { MockAnswer, MockHeaders, MockRequest, MockResponse } from './exchange/message.ts';
import type { Faults } from './faults/faults.ts';
import type { KeyMode, KeyRing } from './keys/key-ring.ts';
import type { AnyOperations } from './own-handlers/operation-types.ts';
import type { OperationHandler } from './own-handlers/own-handler.ts';
import type { Random } from './random/random.ts';

/**
 * A whole service in memory: keys, limits, rows, time and chance, behind any of its doors.
 *
 * @typeParam Operations - Types of its operations, as openapi-typescript writes them.
 */
export interface Mock<Operations extends object = AnyOperations> {
  /** What clients must use as their base URL, without a slash at the end. */
  readonly baseUrl: string;
  /** The API it plays. */
  readonly model: ApiModel;
  /** For `setupServer(...mock.handlers)` and `setupWorker(...mock.handlers)`: one handler for all. */
  readonly handlers: readonly RequestHandler[];
  /**
   * The whole mock as a fetch function.
   *
   * @throws `TypeError` when a scripted fault resets the connection, the signal's reason on abort.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The one entry that all doors use: plain data in, plain data out. Never rejects. */
  readonly exchange: (request: MockRequest) => Promise<MockResponse>;
  /** Keys, made and revoked without asking the API. */
  readonly keys: KeyRing;
  /** The mock's time. */
  readonly clock: MockClock;
  /** Scripted faults. */
  readonly faults: Faults;
  /** What came in and what went out. */
  readonly requests: RequestLog;
  /** What was, or would have been, sent to webhook endpoints. */
  readonly webhooks: Webhooks;
  /** Answers that the document does not describe: the mock refused to send them. */
  readonly violations: readonly Violation[];
  /**
   * Puts a handler in the place of what the mock would do, after credentials, limits and the request
   * were checked. The last one of an operation counts. What it answers is held against the document
   * like any other answer; one that says nothing leaves the answer to the mock.
   *
   * @param id - The operationId.
   * @param handler - Gives an answer, perhaps later, or nothing.
   * @returns What takes the handler back; `reset` takes all of them back.
   * @throws {@link MockError} with code `unknown_operation`.
   * @example
   * ```ts
   * mock.operation('tasks.list', ({ state, next }) => {
   *   if (state.rows('tasks').list().length < 1000) return next();
   *   return { status: 503, unchecked: true };
   * });
   * ```
   */
  operation<Id extends keyof Operations & string>(
    id: Id,
    handler: OperationHandler<Operations[Id], Operations>,
  ): () => void;
  /** Everything the mock remembers, as plain JSON; secrets of keys as hashes only. */
  snapshot(): MockSnapshot;
  /**
   * Goes back to a snapshot of a mock of the same document.
   *
   * @throws {@link MockError} with code `invalid_snapshot`.
   */
  restore(snapshot: MockSnapshot): void;
  /**
   * Goes back to the moment after creation: initial rows and keys, time, chance, no faults, no
   * handlers of one's own, empty logs.
   */
  reset(): void;
}

/** A mock, whatever operations it is typed for: all that a door or a console needs of it. */
export type ServedMock = Omit<Mock, 'operation'>;

/** Everything a mock remembers, as plain JSON. Its inside is no contract. */
export interface MockSnapshot {
  /** Version of the format; {@link Mock.restore} refuses another. */
  readonly snapshotVersion: 2;
  /** By part of the mock. */
  readonly parts: JsonObject;
}

/** An answer that the document does not describe. */
export interface Violation {
  /** Epoch milliseconds on the mock's clock. */
  readonly at: number;
  /** The operationId. */
  readonly operation: string;
  /** The status that would have been sent. */
  readonly status: number;
  /** What is wrong with it, with JSON pointers. */
  readonly fault: string;
}

/** The log of exchanges, as the user of the mock sees it. */
export interface RequestLog {
  /** Oldest first. */
  readonly entries: readonly RequestEntry[];
  /** The exchanges of one operation, oldest first. */
  find(operation: string): readonly RequestEntry[];
  /** Forgets all. */
  clear(): void;
}

/** One exchange in the log. Values of `authorization` are masked. */
export interface RequestEntry {
  /** The `X-Request-Id` of the answer. */
  readonly id: string;
  /** Epoch milliseconds on the mock's clock. */
  readonly at: number;
  /** The operationId; absent when no operation matched. */
  readonly operation?: string;
  /** In capitals. */
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** 0 when the connection was reset. */
  readonly status: number;
  /** Names in lower case, `authorization` masked. */
  readonly requestHeaders: MockHeaders;
  /** The text that was sent, if any. */
  readonly requestBody?: string;
  /** As sent. */
  readonly responseHeaders: MockAnswer['headers'];
  /** The text that was answered, if any. */
  readonly responseBody?: string;
}

/** One finished exchange, as the core hands it to the log. */
export interface LoggedExchange {
  /** Epoch milliseconds on the mock's clock, when the request came. */
  readonly at: number;
  /** The operationId; absent when no operation matched. */
  readonly operation?: string | undefined;
  /** As it came; `authorization` not masked yet. */
  readonly request: MockRequest;
  /** As it goes out. */
  readonly response: MockResponse;
}

/** The log as the core uses it: `createRequestLog(): RequestRecorder` in `requests/request-log.ts`. */
export interface RequestRecorder extends RequestLog {
  /** Called once per request, when its answer is known. */
  record(exchange: LoggedExchange): void;
}

/** Deliveries to webhook endpoints, as the user of the mock sees them. */
export interface Webhooks {
  /** Oldest first. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Settles when every real delivery under way has ended. */
  drain(): Promise<void>;
}

/** One message to one endpoint, signed as Standard Webhooks asks. */
export interface WebhookDelivery {
  /** Id of the delivery: `dlv_…`. The same over all attempts. */
  readonly id: string;
  /** The `webhook-id`: the event's id, the same for every endpoint that hears of it. */
  readonly eventId: string;
  /** Id of the endpoint. */
  readonly endpointId: string;
  /** The event's name: `task.created`. */
  readonly event: string;
  /** Where it was, or would have been, sent. */
  readonly url: string;
  /** As sent, signature included. */
  readonly headers: { readonly [name: string]: string };
  /** The bytes that are signed, as text. */
  readonly body: string;
  /** Epoch milliseconds on the mock's clock, of the last attempt. */
  readonly attemptedAt: number;
  /** How often it was sent; 0 when real delivery is off. */
  readonly attempts: number;
  /**
   * `recorded` when real delivery is off; `pending` while an attempt runs or the next one is due
   * later; `failed` when no attempt is left.
   */
  readonly status: 'recorded' | 'pending' | 'delivered' | 'failed';
  /** The status that the endpoint answered with, last; absent when no answer came. */
  readonly responseStatus?: number;
  /** Epoch milliseconds on the mock's clock of the next attempt, while one is planned. */
  readonly nextAttemptAt?: number;
}

/** Something happened to the mock's data. */
export interface MockEvent {
  /** As the document's `webhooks` name it: `task.created`. */
  readonly type: string;
  /** Only endpoints of this mode hear of it. */
  readonly mode: KeyMode;
  /** The resource, as the API would show it. */
  readonly data: JsonObject;
}

/** An enabled webhook endpoint, as the sender needs it. */
export interface WebhookTarget {
  readonly id: string;
  readonly mode: KeyMode;
  readonly url: string;
  /** Event names it listens to; `*` for all. */
  readonly events: readonly string[];
  /** In clear (`whsec_…`), newest first; a second one while a rotation overlaps. Never empty. */
  readonly secrets: readonly string[];
}

/** What the webhook service stands on. */
export interface WebhooksSetup {
  readonly clock: MockClock;
  readonly random: Random;
  readonly model: ApiModel;
  /** Enabled endpoints of a mode, oldest first. */
  readonly listEndpoints: (mode: KeyMode) => readonly WebhookTarget[];
  /** Called when an endpoint answers 410 (Gone): it wants no more. */
  readonly disableEndpoint?: (id: string) => void;
  /** Real delivery; off when absent. */
  readonly deliver?: { readonly fetch: typeof globalThis.fetch };
}

/** Webhooks as the core uses them: `createWebhooks(setup): WebhookService` in `webhooks/webhooks.ts`. */
export interface WebhookService extends Webhooks {
  /** Queues a message for every endpoint that listens. */
  emit(event: MockEvent): void;
  /**
   * Sends one event with the document's example data to one endpoint, once, whatever it listens to,
   * and settles when it is known how that went: at once when real delivery is off.
   *
   * @param type - The event's name; the first that the endpoint listens to when absent.
   */
  test(target: WebhookTarget, type?: string): Promise<WebhookDelivery>;
  /** When the next retry falls due, epoch milliseconds; the clock asks before it moves on. */
  nextDueAt(): number | undefined;
  /** Starts every retry that is due on the clock by now. */
  runDue(): void;
  snapshot(): JsonValue;
  restore(snapshot: JsonValue): void;
  reset(): void;
}
