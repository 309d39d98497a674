import type { Outcome } from '../../exchange/outcome.ts';
import { isObject } from '../../model/json-read.ts';
import { takePage } from '../../state/take-page.ts';
import type { Call } from '../handler.ts';
import { findPlace } from './find/place.ts';
import { bareList, selectRows } from './find/select-rows.ts';
import { envelopeOf, fillEnvelope } from './show/envelope.ts';
import { expandRow, expandsNothing } from './show/expand-row.ts';
import { type Listed, readAsk } from './show/page-ask.ts';
import { createPageFacts, linkHeader } from './show/page-facts.ts';
import { pageHeaders } from './show/page-headers.ts';
import { fieldPicker } from './show/pick-fields.ts';
import { showRow } from './show/show-row.ts';

/** Answers a page of a list: filtered, sorted and cut as the query asks, in the document's envelope. */
export function listAnyRows(asked: Call): Outcome {
  const call = withBody(asked);
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const { collection, role, scope = '*' } = place;
  const shape = role.list ?? bareList;
  const name = [call.mode, collection.name, scope, ...place.wanted.map(({ value }) => value)].join(
    ' ',
  );
  const listed: Listed = { name, rows: place.rows, sequence: selectRows(call, place, shape) };
  const ask = readAsk(call, shape, listed);
  if ('refusal' in ask) return ask.refusal;
  const page = takePage(listed.sequence, ask);
  const envelope = envelopeOf(call, shape, collection);
  const showing = { collection, schema: envelope.items };
  const plain = expandsNothing(call);
  const whole = page.rows.map(({ data }) =>
    showRow(call, showing, plain ? data : expandRow(call, collection, data)),
  );
  const pick = fieldPicker(call, collection.idProperty);
  const rows = pick === undefined ? whole : whole.map((row) => pick(envelope.items, row));
  const factOf = createPageFacts({ call, collection, paging: shape.paging, listed, ask, page });
  const body = fillEnvelope(call.core, envelope, { rows, factOf });
  const link = shape.linkHeader ? linkHeader(factOf) : undefined;
  const told = pageHeaders(call, factOf);
  const headers = link === undefined ? told : { ...told, Link: link };
  return { status: call.operation.successStatus, body, headers };
}

// Where the body says what is searched for, its members are as good as parameters.
function withBody(call: Call): Call {
  const { operation, input } = call;
  const { body } = input;
  if (operation.method === 'GET' || !isObject(body)) return call;
  const query = new Map([...Object.entries(body), ...input.query]);
  return { ...call, input: { ...input, query } };
}
