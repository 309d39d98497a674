import type { ApiModel } from '@product/spec-model';
import { createCore } from './create-core.ts';
import { createFetch } from './doors/fetch.ts';
import { mswHandlers } from './doors/msw.ts';
import { exchange } from './exchange/exchange.ts';
import type { Handlers } from './handlers/handler.ts';
import { createKeyRing } from './keys/create-key-ring.ts';
import type { Mock, MockSnapshot } from './mock.ts';
import { checkMockOptions, type MockOptions } from './options/mock-options.ts';
import { keepMemory, recallMemory } from './state/snapshot.ts';

/**
 * Puts a mock together.
 *
 * @param model - As spec-model reads it from a document.
 * @param options - Base URL, seed, clock, plans, first keys and rows.
 * @param handlers - The behaviour that the document may ask for by name.
 * @throws {@link MockError} with code `invalid_option` or `invalid_model`.
 */
export function assembleMock(model: ApiModel, options: MockOptions, handlers: Handlers): Mock {
  checkMockOptions(options);
  const core = createCore(model, options, [...handlers.keys()]);
  const keys = createKeyRing(core);
  for (const key of options.keys ?? []) keys.create(key);
  const first = keepMemory(core);
  const answer: Mock['exchange'] = (request) => exchange({ core, handlers }, request);
  const mock: Omit<Mock, 'handlers'> = {
    baseUrl: core.baseUrl,
    model,
    exchange: answer,
    fetch: createFetch(core.baseUrl, answer),
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
      core.log.clear();
      core.violations.length = 0;
    },
  };
  return { ...mock, handlers: mswHandlers(mock) };
}
