import type { JsonObject } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import type { LoggedRequest } from '../../keys/key-record.ts';
import { asNumber } from '../../model/json-read.ts';
import { fillSchema } from '../../schema/fill-schema.ts';
import type { RowSource } from '../../state/worlds.ts';
import type { Call } from '../handler.ts';
import { listPage } from '../list-rows.ts';
import { namedKey } from './key-access.ts';

/** Answers one page of the requests that were logged for a key, oldest first. */
export function listLogs(call: Call): Outcome {
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { schemas } = call.core;
  return listPage(call, {
    source: {
      name: `log of ${found.key.id}`,
      newestFirst: (below) => shownRequests(found.key.log, below ?? Number.POSITIVE_INFINITY),
    },
    prose: ['path'],
    show: (row, items) => {
      const at = new Date(asNumber(row['at'], 0));
      const lookUp = (name: string) => (name === 'at' ? at : row[name]);
      return fillSchema({ schemas, lookUp }, items);
    },
  });
}

const maxOrder = 1_000_000;

function* shownRequests(
  log: readonly LoggedRequest[],
  below: number,
): ReturnType<RowSource['newestFirst']> & Generator {
  for (const [index, request] of log.entries()) {
    // Cursors count down, and so does the order of what is listed from old to new.
    const order = maxOrder - index;
    if (order < below) yield { order, data: describe(request) };
  }
}

function describe({ id, at, method, path, status, apiType }: LoggedRequest): JsonObject {
  return { id, at, method, path, status, api_type: apiType };
}
