import type { Findings } from './assignment.ts';
import type { Drafts } from './draft.ts';
import type { Verb } from './role.ts';
import type { Place } from './survey.ts';

const verbs: { readonly [method: string]: Verb } = {
  GET: 'get',
  HEAD: 'get',
  PATCH: 'update',
  POST: 'update',
  PUT: 'replace',
  DELETE: 'delete',
};

const said: { readonly [method: string]: string } = {
  GET: 'The path names one row, and it is read.',
  HEAD: 'The path names one row, and this asks whether it exists.',
  PATCH: 'The path names one row, and PATCH changes what is sent of it.',
  POST: 'The path names one row, so POST changes what is sent of it.',
  PUT: 'The path names one row, and PUT replaces it whole.',
  DELETE: 'The path names one row, and it is removed.',
};

/** Gives the operations of item paths their parts. */
export function assignItems(
  { items }: Drafts,
  places: ReadonlyMap<string, Place>,
  findings: Findings,
): void {
  for (const [key, { draft, id }] of items) {
    const place = places.get(key);
    const idParameter = place?.parts.at(-1)?.text;
    if (place === undefined || idParameter === undefined) continue;
    const by = id.idProperty === draft.id.idProperty ? {} : { idProperty: id.idProperty };
    for (const reading of place.readings) {
      const { method } = reading.operation;
      const verb = verbs[method];
      if (verb === undefined) continue;
      const because = said[method] ?? '';
      findings.assign({ reading, verb, draft, idParameter, ...by, because });
    }
  }
}
