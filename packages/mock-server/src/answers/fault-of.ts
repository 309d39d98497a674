import type { ApiModel, JsonObject, JsonValue } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { DocumentFault } from '../exchange/outcome.ts';
import { isObject } from '../model/json-read.ts';
import { escapeToken } from '../schema/schema-fault.ts';
import { SchemaError } from '../schema/validate/schema-error.ts';

const components = '/components/schemas';

/**
 * The place in the document that makes an operation unusable, found when it is first used; the
 * operation itself where it uses a schema that stands in no component.
 *
 * @returns Absent for an error that is none of the document's.
 */
export function faultOf(exchange: Exchange, error: unknown): DocumentFault | undefined {
  if (!(error instanceof SchemaError)) return undefined;
  const { core, operation } = exchange;
  const { pointer, schema, message } = error;
  const place = pointer.startsWith(components) ? pointer : inComponents(core.model, error);
  if (place === undefined) return { pointer: operation?.api.pointer ?? '#', message };
  const told = schema === undefined ? message : message.replace(`"${pointer}"`, `"${place}"`);
  return { pointer: `#${place}`, message: told };
}

function inComponents({ schemas }: ApiModel, { pointer, schema }: SchemaError): string | undefined {
  if (schema === undefined) return undefined;
  const found = pathTo(schemas, schema, components);
  // The last step of the pointer is the keyword.
  return found === undefined ? undefined : found + pointer.slice(pointer.lastIndexOf('/'));
}

function pathTo(value: JsonValue, wanted: JsonObject, path: string): string | undefined {
  if (value === wanted) return path;
  const below = Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
  for (const [name, inner] of below) {
    const found = pathTo(inner, wanted, `${path}/${escapeToken(name)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
