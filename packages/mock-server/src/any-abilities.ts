import type { ApiModel } from '@product/spec-model';
import { anyAnswers } from './answers/any-answers.ts';
import type { Abilities } from './assemble-mock.ts';
import { createDataMaker } from './data/create-data-maker.ts';
import { allHandlers } from './handlers/all-handlers.ts';
import { anyReading } from './model/any-reading.ts';
import type { MockOptions } from './options/mock-options.ts';
import { anyRows } from './own-handlers/any-row-tools.ts';
import { anyRequests } from './security/any-requests.ts';
import { fillTables } from './state/first-rows.ts';

/** What a mock can do for a document that was not written for it, msw apart. */
export function anyAbilities(model: ApiModel, options: MockOptions): Abilities {
  return {
    handlers: allHandlers,
    rows: anyRows,
    ...anyReading,
    createData: createDataMaker,
    fillTables,
    answers: anyAnswers,
    requests: anyRequests(model, options),
  };
}
