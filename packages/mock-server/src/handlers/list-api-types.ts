import type { JsonObject } from '@product/spec-model';
import type { Outcome } from '../exchange/outcome.ts';
import { byAnyName, fillSchema } from '../schema/fill-schema.ts';
import type { Call } from './handler.ts';
import { listPage } from './list-rows.ts';

const queries = ['name', 'q', 'query', 'search'];

/** Answers the API types: the one of that full name, else all that contain the text. */
export function listApiTypes(call: Call): Outcome {
  const { core, input } = call;
  const { grants } = core.keyPolicy;
  const all = grants.kind === 'api_types' ? grants.types : [];
  const asked = byAnyName(Object.fromEntries(input.query), queries);
  const found = searchNames(all, String(asked ?? ''));
  const rows = found.map((name, at) => ({ order: found.length - at, data: { name } }));
  const query = new Map([...input.query].filter(([name]) => !queries.includes(name)));
  return listPage(
    { ...call, input: { ...input, query } },
    {
      source: {
        name: 'api types',
        newestFirst: (below = Number.POSITIVE_INFINITY) =>
          rows.filter(({ order }) => order < below),
      },
      prose: [],
      show: (row, items) => {
        if (core.schemas.typesOf(items).includes('string')) return row['name'] ?? '';
        const known: JsonObject = { ...row, id: row['name'] ?? '' };
        return fillSchema({ schemas: core.schemas, lookUp: (name) => known[name] }, items);
      },
    },
  );
}

function searchNames(names: readonly string[], text: string): readonly string[] {
  const wanted = text.toLowerCase();
  const exact = names.filter((name) => name.toLowerCase() === wanted);
  return exact.length > 0 ? exact : names.filter((name) => name.toLowerCase().includes(wanted));
}
