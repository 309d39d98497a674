import type { Exchange } from '../exchange/exchange-state.ts';
import type { FieldError } from '../exchange/outcome.ts';
import type { QueryPairs } from '../exchange/read-query.ts';
import type { Operation } from '../model/operation.ts';
import { splitName } from '../wire/build-tree.ts';

/** Query parameters that neither the operation describes nor the security of the document. */
export function findUnknown(
  { core }: Exchange,
  { api }: Operation,
  query: QueryPairs,
): readonly FieldError[] {
  const schemes = Object.values(core.model.securitySchemes);
  const known = new Set(schemes.flatMap(({ in: place, name }) => (place === 'query' ? name : [])));
  for (const { in: place, name, schema, style, explode, isWholeQuery } of api.parameters) {
    if (isWholeQuery) return [];
    if (place !== 'query') continue;
    known.add(name).add(splitName(name)[0]);
    const shape = core.wires.shapeOf(schema);
    if (style !== 'form' || !explode || !shape.types.has('object')) continue;
    if (shape.isOpen) return [];
    for (const member of shape.names()) known.add(member);
  }
  const names = new Set(query.map(([name]) => name));
  const unknown = [...names].filter((name) => !known.has(name) && !known.has(splitName(name)[0]));
  return unknown.map((name) => ({
    parameter: name,
    in: 'query',
    code: 'unknown_parameter',
    message: `${name} is not a known parameter.`,
  }));
}
