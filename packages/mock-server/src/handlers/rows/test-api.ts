import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { Mock } from '../../mock.ts';
import type { MockOptions } from '../../options/mock-options.ts';
import { createMockFromSpec } from '../../spec.ts';
import { callsOf, type ShopCall } from './test-shop.ts';

/** What a document says of one operation. */
export interface Said {
  /** The schema of its answer, which has no body when this is left out. */
  readonly answer?: JsonSchema;
  /** @defaultValue 200, and 204 without an answer */
  readonly status?: number;
  /** The schema of its body. */
  readonly sent?: JsonSchema;
  /** The media type of its body. @defaultValue application/json */
  readonly type?: string;
  /** Query parameters, with their schemas. */
  readonly query?: { readonly [name: string]: JsonSchema };
  /** Headers of its answer, with their schemas. */
  readonly headers?: { readonly [name: string]: JsonSchema };
}

/** A document in a few words. */
export interface SaidDocument {
  /** By method and path: `GET /tasks/{id}`. */
  readonly operations: { readonly [methodAndPath: string]: Said };
  readonly schemas?: { readonly [name: string]: JsonSchema };
}

/** Any text. */
export const text: JsonObject = { type: 'string' };
/** Any whole number. */
export const integer: JsonObject = { type: 'integer' };
/** True or false. */
export const flag: JsonObject = { type: 'boolean' };
/** An instant as RFC 3339 writes it. */
export const instant: JsonObject = { type: 'string', format: 'date-time' };
/** What only the server writes. */
export const ours = (schema: JsonObject): JsonObject => ({ ...schema, readOnly: true });
/** A reference to a component. */
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
/** An array of a component. */
export const listOf = (name: string): JsonObject => ({ type: 'array', items: ref(name) });
/** An object, with the names of what it must have. */
export const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  ...{ type: 'object', properties, required },
});

/** A mock of a document without first rows, and a way to call it. */
export async function openApi(
  said: SaidDocument,
  options: MockOptions = {},
): Promise<{ readonly mock: Mock; readonly call: ShopCall }> {
  const mock = await createMockFromSpec(documentOf(said), { seed: 1, firstRows: 0, ...options });
  return { mock, call: callsOf(mock) };
}

function documentOf({ operations, schemas = {} }: SaidDocument): JsonObject {
  const paths: { [path: string]: { [method: string]: JsonObject } } = {};
  for (const [key, one] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(path, one) };
  }
  return {
    openapi: '3.2.0',
    info: { title: 'Test', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    components: { schemas },
  };
}

function operationOf(path: string, said: Said): JsonObject {
  const { answer, sent, query = {}, headers = {}, type = 'application/json' } = said;
  const status = said.status ?? (answer === undefined ? 204 : 200);
  const content = (schema: JsonSchema | undefined, name: string): JsonObject =>
    schema === undefined ? {} : { content: { [name]: { schema } } };
  const inPath = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: name.endsWith('Number') ? integer : text },
  }));
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema }));
  const told = Object.entries(headers).map(([name, schema]) => [name, { schema }]);
  return {
    parameters: [...inPath, ...inQuery],
    ...(sent === undefined ? {} : { requestBody: { required: true, ...content(sent, type) } }),
    responses: {
      [status]: {
        ...{ description: 'Done', headers: Object.fromEntries(told) },
        ...content(answer, 'application/json'),
      },
    },
  };
}
