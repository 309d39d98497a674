import type { JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Exchange, OwnHandler, OwnHandlers } from '../exchange/exchange-state.ts';
import type { Outcome } from '../exchange/outcome.ts';
import { fitOutcome, showOutcome } from '../exchange/respond.ts';
import type { Call } from '../handlers/handler.ts';
import { MockError } from '../mock-error.ts';
import { unknownName } from '../options/unknown-name.ts';
import { copyOf, openRows } from './open-state.ts';
import type { OperationState, RowScope } from './operation-state.ts';
import type { AnyOperation, AnyOperations } from './operation-types.ts';
import type {
  OperationAnswer,
  OperationCall,
  OperationHandler,
  OperationResult,
} from './own-handler.ts';
import type { RowTools } from './row-tools.ts';

/** A handler of any operation. */
export type AnyHandler = OperationHandler<AnyOperation, AnyOperations>;

/** The handlers of one's own of one mock. */
export interface OwnScript {
  readonly handlers: OwnHandlers;
  /**
   * Puts a handler in the place of what the mock would do; the last one counts.
   *
   * @returns What takes it back.
   * @throws {@link MockError} with code `unknown_operation`.
   */
  add(id: string, handler: AnyHandler): () => void;
  /** Takes all back. */
  clear(): void;
}

/** Begins a script without handlers. */
export function createOwnScript({ operations }: Core, tools: RowTools): OwnScript {
  const handlers = new Map<string, readonly OwnHandler[]>();
  return {
    handlers,
    add: (name, handler) => {
      if (!operations.has(name)) {
        const purpose = 'handle an operation';
        const known = operations.keys();
        throw unknownName('unknown_operation', { purpose, kind: 'operation', name, known });
      }
      const own: OwnHandler = (...call) => run(tools, handler, call);
      handlers.set(name, [...(handlers.get(name) ?? []), own]);
      return () => {
        handlers.set(
          name,
          (handlers.get(name) ?? []).filter((one) => one !== own),
        );
      };
    },
    clear: () => handlers.clear(),
  };
}

function run(
  tools: RowTools,
  handler: AnyHandler,
  [exchange, call, next]: Parameters<OwnHandler>,
): Outcome | Promise<Outcome> {
  let asked: Promise<readonly [Outcome, OperationResult<AnyOperation>]> | undefined;
  const ask = async () => {
    const outcome = await next();
    return [outcome, resultOf(exchange, outcome)] as const;
  };
  const answered = handler(
    describe(tools, call, () => {
      asked ??= ask();
      return asked.then(([, result]) => result);
    }),
  );
  const settle = (answer: OperationAnswer<AnyOperation>): Outcome | Promise<Outcome> => {
    if (asked === undefined) return answer === undefined ? next() : outcomeOf(call, answer);
    return asked.then(([outcome, result]) => {
      if (answer === undefined || answer === result) return outcome;
      // What shows a secret stays out of snapshots.
      return { ...outcomeOf(call, answer), ...(outcome.secret && { secret: true }) };
    });
  };
  return answered instanceof Promise ? answered.then(settle) : settle(answered);
}

function describe(
  tools: RowTools,
  call: Call,
  next: OperationCall<AnyOperation, AnyOperations>['next'],
): OperationCall<AnyOperation, AnyOperations> {
  const { input, caller, now, request } = call;
  const headers = Object.entries(request.headers);
  const { id = '', mode = '', permissions = [] } = caller ?? {};
  return {
    input: {
      path: Object.fromEntries(input.path),
      query: Object.fromEntries(input.query),
      headers: Object.fromEntries(headers.map(([name, values = []]) => [name, values.join()])),
      body: input.body,
    },
    state: {
      rows: (name: string, scope?: RowScope) => openRows(tools, call, { name, scope }),
    } as OperationState<AnyOperations>, // rows of other types are what the caller takes them for
    caller: caller && { id, mode, permissions },
    now,
    next,
  };
}

function resultOf(exchange: Exchange, outcome: Outcome): OperationResult<AnyOperation> {
  const { status, headers = {}, problem, body } = outcome;
  const shown = problem ? showOutcome(exchange, fitOutcome(exchange, outcome)).data : body;
  return { status, headers, body: shown && copyOf(shown) };
}

function outcomeOf(
  { operation }: Call,
  answer: NonNullable<OperationAnswer<AnyOperation>>,
): Outcome {
  const { status = operation.successStatus, headers = {}, body, unchecked } = answer;
  if (!(status >= 200 && status < 600)) {
    throw new MockError(
      'invalid_answer',
      `cannot answer ${operation.id}: there is no status ${status}. Give 200 to 599.`,
    );
  }
  const data = body === undefined ? {} : { body: copyOf<JsonValue>(body) };
  if (unchecked) return { status, headers, ...data, checked: true };
  const mediaType = operation.responseFor(status)?.content[0]?.mediaType;
  return { status, headers, ...data, own: true, ...(mediaType && { written: { mediaType } }) };
}
