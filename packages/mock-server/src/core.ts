import type { ApiModel } from '@product/spec-model';
import type { DrivenClock } from './clock/virtual-clock.ts';
import type { DataMaker } from './data/data-maker.ts';
import type { FaultScript } from './faults/fault-script.ts';
import type { Collections } from './infer/infer-collections.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { Pepper } from './keys/pepper.ts';
import type { TokenStore } from './keys/token-store.ts';
import type { Limiter } from './limits/limiter.ts';
import type { MockEvent, RequestRecorder, Violation, WebhookService } from './mock.ts';
import type { ErrorFormat } from './model/error-format.ts';
import type { KeyPolicy } from './model/key-policy.ts';
import type { LimitPolicy } from './model/limit-policy.ts';
import type { IdempotencyRules, ListRules } from './model/list-rules.ts';
import type { Operation } from './model/operation.ts';
import type { Router } from './model/router.ts';
import type { SeededRandom } from './random/random.ts';
import type { SchemaReader } from './schema/schema-shape.ts';
import type { Validators } from './schema/validators.ts';
import type { ReplayStore } from './state/replay-store.ts';
import type { Worlds } from './state/worlds.ts';
import type { WireReader } from './wire/type-wire.ts';

/** What the document says, read once and never changed. */
export interface Rules {
  readonly model: ApiModel;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly router: Router<Operation>;
  readonly collections: Collections;
  readonly keyPolicy: KeyPolicy;
  /** The collection whose rows are the users; absent when there are none. */
  readonly usersName: string | undefined;
  /** Absent when errors are `application/problem+json`. */
  readonly errorFormat: ErrorFormat | undefined;
  readonly limitPolicy: LimitPolicy;
  readonly lists: ListRules;
  readonly idempotency: IdempotencyRules;
  /** Every scope that an operation asks for. */
  readonly scopes: ReadonlySet<string>;
  readonly schemas: SchemaReader;
  readonly validators: Validators;
  /** Gives texts of requests the types that schemas want. */
  readonly wires: WireReader;
}

/** What the mock remembers; a snapshot keeps all of it. */
export interface Memory {
  readonly clock: DrivenClock;
  readonly random: SeededRandom;
  readonly pepper: Pepper;
  readonly keys: KeyStore;
  readonly tokens: TokenStore;
  readonly limits: Limiter;
  readonly worlds: Worlds;
  readonly replays: ReplayStore;
}

/** One mock from the inside: what the stages and handlers of an exchange work with. */
export interface Core extends Rules, Memory {
  /** What clients use, and the path part of it: `/v1`. */
  readonly baseUrl: string;
  readonly basePath: string;
  /** What problem types begin with. */
  readonly problemBase: string;
  readonly maxBodyBytes: number;
  /** Makes what a document does not say; absent in the mock of the Product API, which says all. */
  readonly data: DataMaker | undefined;
  readonly faults: FaultScript;
  readonly webhooks: WebhookService;
  readonly log: RequestRecorder;
  readonly violations: Violation[];
  readonly emit: (event: MockEvent) => void;
}
