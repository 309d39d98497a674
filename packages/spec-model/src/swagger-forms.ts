import type { JsonObject, JsonValue } from './api-model.ts';
import { entriesOf, isObject, listOf, member, textOf } from './json-reader.ts';
import { createResolve, type Resolve } from './reference.ts';

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * A Swagger document in which every operation with parameters of a form has them itself, and takes
 * forms.
 *
 * @remarks The upgrader loses those that stand at the path or are referred to. Many documents name
 * JSON for all operations and forget the exceptions: their types then are both of forms, or the one
 * that can carry files.
 * @param document - Swagger 2.0; is not changed.
 */
export function withForms(document: JsonObject): JsonObject {
  const resolve = createResolve(document);
  const isField = (parameter: JsonValue): boolean => resolve(parameter)['in'] === 'formData';
  const paths = entriesOf(document, 'paths').map(([path, written]): [string, JsonValue] => {
    const shared = listOf(written, 'parameters');
    if (!isObject(written) || !mayHaveFields(written, isField)) return [path, written];
    const members = Object.entries(written).map(([name, value]): [string, JsonValue] => {
      if (name === 'parameters') return [name, shared.filter((one) => !isField(one))];
      return [name, isObject(value) ? withFields(document, value, { shared, resolve }) : value];
    });
    return [path, Object.fromEntries(members)];
  });
  return paths.length === 0 ? document : { ...document, paths: Object.fromEntries(paths) };
}

function mayHaveFields(pathItem: JsonObject, isField: (parameter: JsonValue) => boolean): boolean {
  const holders = [pathItem, ...Object.values(pathItem)];
  return holders.some((holder) => listOf(holder, 'parameters').some(isField));
}

interface Around {
  /** The parameters of the path. */
  readonly shared: readonly JsonValue[];
  readonly resolve: Resolve;
}

function withFields(
  document: JsonObject,
  operation: JsonObject,
  { shared, resolve }: Around,
): JsonObject {
  const own = listOf(operation, 'parameters');
  const fields = new Map<string, JsonObject>();
  for (const parameter of [...shared, ...own].map(resolve)) {
    if (parameter['in'] === 'formData') fields.set(textOf(parameter, 'name') ?? '', parameter);
  }
  if (fields.size === 0) return operation;
  const others = own.filter((parameter) => resolve(parameter)['in'] !== 'formData');
  const consumes = typesOf(document, operation, [...fields.values()]);
  return { ...operation, consumes, parameters: [...others, ...fields.values()] };
}

function typesOf(
  document: JsonObject,
  operation: JsonObject,
  fields: readonly JsonObject[],
): readonly JsonValue[] {
  const named = member(operation, 'consumes') ?? document['consumes'];
  const types: readonly JsonValue[] = Array.isArray(named) ? named : [];
  if (types.some((type) => FORMS.includes(String(type).toLowerCase()))) return types;
  return fields.some(({ type }) => type === 'file') ? FORMS.slice(1) : FORMS;
}
