import type { JsonObject } from '@product/spec-model';
import type { Fault } from '../faults/faults.ts';
import type { ServedMock } from '../mock.ts';

/** What is served, what time it is there, and how much there is of everything. */
export function describeState(mock: ServedMock): JsonObject {
  const { info, operations } = mock.model;
  return {
    api: {
      title: info.title,
      version: info.version,
      operations: operations.map((operation) => operation.id),
    },
    baseUrl: mock.baseUrl,
    now: new Date(mock.clock.now()).toISOString(),
    counts: {
      keys: mock.keys.list().length,
      faults: mock.faults.list().length,
      requests: mock.requests.entries.length,
      deliveries: mock.webhooks.deliveries.length,
      violations: mock.violations.length,
    },
    violations: mock.violations.map((violation) => ({ ...violation })),
  };
}

/** A fault as JSON can hold it: one that strikes for ever has `times: "always"`. */
export function showFault(fault: Fault): JsonObject {
  const { times, headers, ...rest } = fault;
  return {
    ...rest,
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(times === undefined ? {} : { times: Number.isFinite(times) ? times : 'always' }),
  };
}
