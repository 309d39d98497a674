import type { Outcome } from '../../exchange/outcome.ts';
import type { KeyRecord } from '../../keys/key-record.ts';
import { showFields, writeKey } from '../../keys/show-key.ts';
import { asText } from '../../model/json-read.ts';
import type { RowSource } from '../../state/worlds.ts';
import type { Call } from '../handler.ts';
import { listPage } from '../list-rows.ts';
import { managerOf, sees } from './key-access.ts';

/** Answers one page of the keys that the caller may know of, newest first and without secrets. */
export function listKeys(call: Call): Outcome {
  const { core, now } = call;
  // A cursor tells nobody else how many keys there are.
  const { ownerId, companyId } = managerOf(call);
  const { prose, query, passes } = readSearch(call);
  const whose = { account: '', user: ownerId, company: companyId }[core.keyPolicy.owner];
  return listPage(
    { ...call, input: { ...call.input, query } },
    {
      source: {
        name: `${call.mode} keys ${whose}`,
        newestFirst: (below) => shownKeys(call, passes, below ?? Number.POSITIVE_INFINITY),
      },
      prose,
      show: (row, items) => {
        const key = core.keys.get(asText(row['id'], ''));
        return key === undefined ? row : writeKey({ core, key, now }, items);
      },
    },
  );
}

interface Search {
  /** What `q` searches. */
  readonly prose: readonly string[];
  /** The filters that are left. */
  readonly query: Call['input']['query'];
  /** Whether a key has the texts that its own parameters ask for. */
  readonly passes: (key: KeyRecord) => boolean;
}

// Texts that people write are found by a part of them, all else by the whole.
const written = ['name', 'description'] as const;

function readSearch({ core, input }: Call): Search {
  const partial = written.filter((name) => core.keyPolicy.search?.includes(name));
  const asked = partial.flatMap((name) => {
    const text = input.query.get(name);
    return text === undefined ? [] : [{ name, text: String(text).toLowerCase() }];
  });
  return {
    prose: core.keyPolicy.search ?? written,
    query: new Map([...input.query].filter(([name]) => !asked.some((one) => one.name === name))),
    passes: (key) =>
      asked.every(({ name, text }) => (key[name] ?? '').toLowerCase().includes(text)),
  };
}

function* shownKeys(
  call: Call,
  passes: Search['passes'],
  below: number,
): ReturnType<RowSource['newestFirst']> & Generator {
  for (const key of call.core.keys.list().toReversed()) {
    if (key.order >= below || !sees(call, key) || !passes(key)) continue;
    yield { order: key.order, data: showFields(key, call.now) };
  }
}
