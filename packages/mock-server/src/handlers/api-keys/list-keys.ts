import type { Outcome } from '../../exchange/outcome.ts';
import { showKey } from '../../keys/show-key.ts';
import type { RowSource } from '../../state/worlds.ts';
import type { Call } from '../handler.ts';
import { listPage } from '../list-rows.ts';
import { reaches } from './key-access.ts';

/** Answers one page of keys, revoked ones too, newest first and without secrets. */
export function listKeys(call: Call): Outcome {
  const source: RowSource = {
    name: `${call.mode} keys`,
    newestFirst: (below) => shownKeys(call, below ?? Number.POSITIVE_INFINITY),
  };
  return listPage(call, source);
}

function* shownKeys(call: Call, below: number): ReturnType<RowSource['newestFirst']> & Generator {
  for (const key of call.core.keys.list().toReversed()) {
    if (key.order >= below || !reaches(call, key.mode)) continue;
    yield { order: key.order, data: showKey(key, call.now) };
  }
}
