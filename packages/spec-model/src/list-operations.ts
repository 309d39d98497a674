import type { JsonObject, JsonValue } from './api-model.ts';
import { entriesOf } from './json-reader.ts';
import { pointerTo } from './reference.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** An operation where it stands in the document. */
export interface Place {
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonValue;
  /** As it is sent. */
  readonly method: string;
  readonly pointer: string;
}

/** The operations of a path item; with leniency those of OpenAPI 3.2 too. */
export function operationsIn(path: string, pathItem: JsonObject, isLenient: boolean): Place[] {
  const at = (operation: JsonValue, keys: readonly string[], method: string): Place => ({
    path,
    pathItem,
    operation,
    method,
    pointer: pointerTo('paths', path, ...keys),
  });
  const usual = Object.entries(pathItem)
    .filter(([key]) => METHODS.includes(key) || (isLenient && key === 'query'))
    .map(([key, operation]) => at(operation, [key], key.toUpperCase()));
  if (!isLenient) return usual;
  const more = entriesOf(pathItem, 'additionalOperations').map(([method, operation]) =>
    at(operation, ['additionalOperations', method], method),
  );
  return [...usual, ...more];
}
