import type { ApiModel } from '@product/spec-model';
import type { RequestHandler } from 'msw';
import type { Core } from './core.ts';
import { createCore } from './create-core.ts';
import type { DataMaker } from './data/data-maker.ts';
import type { DataSource } from './data/knowledge.ts';
import { createFetch } from './doors/fetch.ts';
import type { MockBehindMsw } from './doors/msw.ts';
import { exchange } from './exchange/exchange.ts';
import type { Answers, Requests } from './exchange/exchange-state.ts';
import type { Handlers } from './handlers/handler.ts';
import { createKeyRing } from './keys/create-key-ring.ts';
import type { Mock, MockSnapshot } from './mock.ts';
import type { Reading } from './model/read-rules.ts';
import { checkMockOptions, type MockOptions } from './options/mock-options.ts';
import { createOwnScript } from './own-handlers/own-handlers.ts';
import type { RowTools } from './own-handlers/row-tools.ts';
import { keepMemory, recallMemory } from './state/snapshot.ts';

/** What a mock can do beyond what all mocks can; what a document does not need stays out of its bundle. */
export interface Abilities extends Reading {
  /** The behaviour that the document may ask for by name. */
  readonly handlers: Handlers;
  /** What handlers of one's own can do to rows. */
  readonly rows: RowTools;
  /** What makes data that the document leaves open; without it, only what must be is there. */
  readonly createData?: (source: DataSource) => DataMaker;
  /** What gives tables their first rows where the document has none. */
  readonly fillTables?: (core: Core, options: MockOptions) => void;
  /** Answers for documents that were not written for the mock. */
  readonly answers?: Answers;
  /** What is read of requests where the document was not written for the mock. */
  readonly requests?: Requests;
  /** Makes the handlers of msw; who only serves HTTP does without loading it. */
  readonly mswHandlers?: (mock: MockBehindMsw) => readonly RequestHandler[];
}

/**
 * Puts a mock together.
 *
 * @param model - As spec-model reads it from a document.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @param abilities - What the document may ask for.
 * @throws {@link MockError} with code `invalid_option` or `invalid_model`.
 */
export function assembleMock<Operations extends object>(
  model: ApiModel,
  options: MockOptions,
  abilities: Abilities,
): Mock<Operations> {
  checkMockOptions(options);
  const core = createCore(model, options, abilities);
  const keys = createKeyRing(core);
  for (const key of options.keys ?? []) keys.create(key);
  const first = keepMemory(core);
  const own = createOwnScript(core, abilities.rows);
  const ground = { core, ...abilities, own: own.handlers };
  const answer: Mock['exchange'] = (request) => exchange(ground, request);
  const mock: Omit<Mock<Operations>, 'handlers'> = {
    baseUrl: core.baseUrl,
    model,
    exchange: answer,
    fetch: createFetch(ground, answer),
    // What the operations of the document are, its caller knows.
    operation: own.add as Mock<Operations>['operation'],

    keys,
    clock: core.clock,
    faults: core.faults,
    requests: core.log,
    webhooks: core.webhooks,
    violations: core.violations,
    snapshot: () => keepMemory(core),
    restore: (snapshot: MockSnapshot) => recallMemory(core, snapshot),
    reset: () => {
      recallMemory(core, first);
      core.faults.clear();
      own.clear();
      core.log.clear();
      core.violations.length = 0;
    },
  };
  return { ...mock, handlers: abilities.mswHandlers?.(mock) ?? [] };
}
