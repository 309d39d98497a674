import { expectTypeOf } from 'vitest';
import type { ApiError } from '../errors/api-error.ts';
import type { ClientError } from '../errors/client-error.ts';
import type {
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from '../errors/status-errors.ts';
import type { ApiPromise } from './api-promise.ts';
import type { CallResult } from './call-result.ts';

interface Task {
  readonly id: string;
}
interface Problem {
  readonly code: string;
}
interface Refusal extends Problem {
  readonly scope: string;
}

/** As the generator writes it. */
interface Answers {
  200: Task;
  202: undefined;
  403: Refusal;
  404: Problem;
  429: Problem;
  503: Problem;
}

declare const result: CallResult<Task | undefined, Answers>;

if (result.ok) {
  // A success is told by its status.
  expectTypeOf(result.status).toEqualTypeOf<200 | 202>();
  expectTypeOf(result.data).toEqualTypeOf<Task | undefined>();
  expectTypeOf(result.response).toEqualTypeOf<Response>();
  if (result.status === 200) expectTypeOf(result.data).toEqualTypeOf<Task>();
  else expectTypeOf(result.data).toEqualTypeOf<undefined>();
} else if (result.status === 404) {
  expectTypeOf(result.error).toEqualTypeOf<NotFoundError>();
  expectTypeOf(result.body).toEqualTypeOf<Problem | undefined>();
} else if (result.status === 403) {
  expectTypeOf(result.error).toEqualTypeOf<PermissionError | RateLimitError>();
  expectTypeOf(result.body).toEqualTypeOf<Refusal | undefined>();
} else if (result.status === 503) {
  expectTypeOf(result.error).toEqualTypeOf<ServerError>();
} else if (result.status === 418) {
  // Not described: nothing is known of its body.
  expectTypeOf(result.error).toEqualTypeOf<ApiError>();
  expectTypeOf(result.body).toEqualTypeOf<unknown>();
} else if (result.status === undefined) {
  expectTypeOf(result.error).toEqualTypeOf<ClientError>();
  expectTypeOf(result.body).toEqualTypeOf<undefined>();
}

// There is no such status of an answer.
// @ts-expect-error 600 is not among them.
if (result.status === 600) throw result;

// Both sides of `ok` have what they are for, whatever the status.
if (result.ok) {
  // @ts-expect-error A success has no error.
  result.error;
} else {
  expectTypeOf(result.error).toExtend<ClientError>();
  // @ts-expect-error A failure has no data.
  result.data;
}

/** Ranges and `default` stand for what is not described more exactly. */
declare const ranged: CallResult<
  Task,
  { '2XX': Task; 404: Refusal; '4XX': Problem; default: string }
>;

if (ranged.ok) expectTypeOf(ranged.data).toEqualTypeOf<Task>();
else if (ranged.status === 404) expectTypeOf(ranged.body).toEqualTypeOf<Refusal | undefined>();
else if (ranged.status === 410) expectTypeOf(ranged.body).toEqualTypeOf<Problem | undefined>();
else if (ranged.status === 500) expectTypeOf(ranged.body).toEqualTypeOf<string | undefined>();

/** A document that describes no answer leaves the data and nothing else. */
declare const untold: ApiPromise<Task>;
const bare = await untold.result();
if (bare.ok) expectTypeOf(bare.data).toEqualTypeOf<Task>();
else if (bare.status === 404) expectTypeOf(bare.body).toEqualTypeOf<unknown>();

expectTypeOf(untold.asResponse()).toEqualTypeOf<Promise<Response>>();
expectTypeOf(await untold).toEqualTypeOf<Task>();

/** Whoever does not ask for the result need not name the answers. */
declare const told: ApiPromise<Task, Answers>;
const passedOn: ApiPromise<Task> = told;
expectTypeOf(passedOn).toExtend<ApiPromise<Task>>();
