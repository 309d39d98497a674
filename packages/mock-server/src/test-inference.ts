import type {
  ApiHeader,
  ApiOperation,
  ApiParameter,
  JsonSchema,
  JsonValue,
} from '@product/spec-model';
import { type Collections, inferCollections } from './infer/infer-collections.ts';
import type { Role } from './infer/role.ts';
import { readListRules } from './model/list-rules.ts';
import { readOperation } from './model/operation.ts';
import { parameterNames } from './model/router.ts';
import { createSchemaReader } from './schema/schema-shape.ts';

/** What a document says of one operation. */
export interface SaidOperation {
  /** The schema of its success, which has no body when this is left out. */
  readonly answer?: JsonSchema;
  /** The schema of its body. */
  readonly sent?: JsonSchema;
  /** Query parameters, with their schemas. */
  readonly query?: { readonly [name: string]: JsonSchema };
  /** Names of the query parameters that must be sent. */
  readonly required?: readonly string[];
  /** Schemas of path parameters that are no texts. */
  readonly path?: { readonly [name: string]: JsonSchema };
  /** Names of headers of its success. */
  readonly headers?: readonly string[];
  readonly extensions?: { readonly [name: `x-${string}`]: JsonValue };
}

/** A document, as far as inference goes. */
export interface SaidApi {
  /** By method and path: `GET /tasks`. */
  readonly operations: { readonly [methodAndPath: string]: SaidOperation };
  readonly schemas?: { readonly [name: string]: JsonSchema };
  readonly extensions?: { readonly [name: `x-${string}`]: JsonValue };
}

/** A reference to a component. */
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
/** An array of a component. */
export const listOf = (name: string): JsonSchema => ({ type: 'array', items: ref(name) });
/** An object with properties that are texts. */
export const object = (...names: string[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
/** An operation that answers a row. */
export const read = (name: string): SaidOperation => ({ answer: ref(name) });
/** An operation that takes and answers a row. */
export const write = (name: string): SaidOperation => ({ answer: ref(name), sent: ref(name) });
/** An operation that answers an array of rows. */
export const list = (name: string): SaidOperation => ({ answer: listOf(name) });

/** Rows for tests. */
export const schemas: { readonly [name: string]: JsonSchema } = {
  Task: object('id', 'title', 'project_id', 'parent_id'),
  TaskSummary: object('id', 'title'),
  Project: object('id', 'name'),
  User: object('id', 'login'),
  Settings: object('theme', 'language'),
  Note: object('text'),
};

/** What was inferred, by method and path. */
export interface Inferred extends Pick<Collections, 'byName'> {
  role(methodAndPath: string): Role | undefined;
  reason(methodAndPath: string): string | undefined;
  /** A line per operation: `list /tasks`, `get /tasks {task_id}`, or `-` for those without a part. */
  readonly lines: { readonly [methodAndPath: string]: string };
}

/** Infers what the operations of a document do. */
export function inferApi({ operations, schemas = {}, extensions = {} }: SaidApi): Inferred {
  const all = Object.entries(operations).map(([key, said]) =>
    readOperation(apiOperation(key, said)),
  );
  const { byName, roles, reasons } = inferCollections({
    operations: all,
    schemas: createSchemaReader(schemas),
    lists: readListRules({ extensions }),
    extensions,
  });
  return {
    byName,
    role: (key) => roles.get(key),
    reason: (key) => reasons.get(key),
    lines: Object.fromEntries(Object.keys(operations).map((key) => [key, lineOf(roles.get(key))])),
  };
}

function lineOf(role: Role | undefined): string {
  if (role === undefined) return '-';
  const { verb, collection, idParameter, rowFrom, action } = role;
  const words = [action === undefined ? verb : `${verb} ${action}`, collection.name];
  if (idParameter !== undefined) words.push(`{${idParameter}}`);
  if (rowFrom !== undefined) words.push(`of the ${rowFrom}`);
  return words.join(' ');
}

function apiOperation(key: string, said: SaidOperation): ApiOperation {
  const [method = 'GET', path = '/'] = key.split(' ');
  const { answer, sent, query = {}, extensions = {}, headers = [], required = [] } = said;
  return {
    id: key,
    resource: 'all',
    verb: key,
    method: method as ApiOperation['method'], // as the tests write it
    path,
    pointer: `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`,
    deprecated: false,
    parameters: [
      ...parameterNames(path).map((name) => parameter('path', name, said.path?.[name])),
      ...Object.entries(query).map(([name, schema]) => ({
        ...parameter('query', name, schema),
        required: required.includes(name),
      })),
    ],
    ...(sent && { requestBody: { required: true, content: [json(sent)] } }),
    responses: [
      {
        status: answer === undefined ? '204' : '200',
        description: '',
        headers: headers.map(header),
        content: answer === undefined ? [] : [json(answer)],
      },
    ],
    security: [],
    extensions,
  };
}

function json(schema: JsonSchema): ApiOperation['responses'][number]['content'][number] {
  return { mediaType: 'application/json', schema, examples: [] };
}

function header(name: string): ApiHeader {
  return { name, required: false, schema: true };
}

function parameter(
  place: 'path' | 'query',
  name: string,
  schema: JsonSchema = { type: 'string' },
): ApiParameter {
  return {
    ...{ name, in: place, required: place === 'path', deprecated: false },
    ...{ style: place === 'path' ? 'simple' : 'form', explode: place !== 'path' },
    ...{ schema, extensions: {} },
  };
}
