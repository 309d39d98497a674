/** A document as plain JSON. */
export type Document = { readonly [name: string]: unknown };

interface Hostile {
  readonly schemas?: object;
  readonly schema: object;
}

/** A reference to a component. */
export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const objectSchema = { type: 'object', properties: { id: { type: 'string' } } };

/** A document with a list, a creation and an item of one schema. */
export function hostile({ schemas = {}, schema }: Hostile): Document {
  const content = { 'application/json': { schema } };
  const responses = { 200: { description: '*/ `', content } };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return {
    openapi: '3.1.0',
    info: { title: 'Hostile */ `', version: '1' },
    servers: [{ url: 'https://hostile.example' }],
    paths: {
      '/a': { get: { responses }, post: { requestBody: { content }, responses } },
      '/a/{id}': { parameters: [id], get: { responses } },
    },
    components: { schemas },
  };
}

/** Components that each follow from the next one, and one at their end. */
function chain(length: number, link: (next: object) => object): object {
  const names = Array.from({ length }, (_, at) => [`S${at}`, link(ref(`S${at + 1}`))] as const);
  return Object.fromEntries([...names, [`S${length}`, objectSchema]]);
}

function nested(depth: number, wrap: (inner: object, at: number) => object): object {
  let inner: object = objectSchema;
  for (let at = 0; at < depth; at++) inner = wrap(inner, at);
  return inner;
}

const wide = Object.fromEntries(
  Array.from({ length: 30_000 }, (_, at) => [
    `S${at}`,
    {
      ...{ type: 'object', description: 'x'.repeat(300) },
      properties: { id: { type: 'string' }, next: ref(`S${(at * 7) % 30_000}`) },
    },
  ]),
);

// Written as text, since a literal with `__proto__` sets the prototype.
const proto = JSON.parse(
  '{"__proto__":{"type":"object","required":["__proto__","constructor"],"properties":' +
    '{"__proto__":{"type":"string"},"constructor":{"type":"integer"},"toString":{"type":"string"}}}}',
);

/** What a request to create something is answered with, beside the document. */
export interface HostileRow {
  readonly fault: string;
  readonly document: Document;
  /** What is sent; an object with an id unless told. */
  readonly body?: unknown;
}

/** Documents that are meant to hang, swell or escape. */
export const hostileRows: readonly HostileRow[] = [
  {
    fault: 'a schema that is itself',
    document: hostile({ schemas: { A: ref('A') }, schema: ref('A') }),
  },
  {
    fault: 'two schemas that are each other',
    document: hostile({ schemas: { A: ref('B'), B: ref('A') }, schema: ref('A') }),
  },
  {
    fault: 'an allOf of itself',
    document: hostile({ schemas: { A: { allOf: [ref('A'), objectSchema] } }, schema: ref('A') }),
  },
  {
    fault: 'a member that needs itself',
    document: hostile({
      schemas: { A: { type: 'object', required: ['a'], properties: { a: ref('A') } } },
      schema: ref('A'),
    }),
  },
  {
    fault: 'a cycle through members',
    document: hostile({
      schemas: { A: { ...objectSchema, properties: { id: { type: 'string' }, a: ref('A') } } },
      schema: ref('A'),
    }),
  },
  {
    fault: '3,000 references in a row',
    document: hostile({ schemas: chain(3000, (next) => next), schema: ref('S0') }),
  },
  {
    fault: 'a billion ways through allOf',
    document: hostile({
      schemas: chain(30, (next) => ({ allOf: [next, next] })),
      schema: ref('S0'),
    }),
  },
  {
    fault: 'a billion ways through anyOf',
    document: hostile({
      schemas: chain(30, (next) => ({ anyOf: [next, next] })),
      schema: ref('S0'),
    }),
  },
  {
    fault: 'allOf 500 levels deep',
    document: hostile({ schema: nested(500, (inner) => ({ allOf: [inner] })) }),
  },
  {
    fault: 'objects 300 levels deep',
    document: hostile({
      schema: nested(300, (inner, at) => ({ type: 'object', properties: { [`p${at}`]: inner } })),
    }),
  },
  { fault: '10 MB of schemas', document: hostile({ schemas: wide, schema: ref('S1') }) },
  {
    fault: '__proto__ names',
    document: hostile({ schemas: proto, schema: ref('__proto__') }),
    body: JSON.parse('{"__proto__":"x","constructor":1}'),
  },
  {
    fault: 'a pattern that backtracks',
    document: hostile({
      schema: { type: 'object', properties: { id: { type: 'string', pattern: '^(a+)+$' } } },
    }),
    body: { id: `${'a'.repeat(50_000)}!` },
  },
  {
    fault: 'a pattern that is none',
    document: hostile({ schema: { type: 'string', pattern: '^(a' } }),
  },
  {
    fault: 'a list of a billion entries',
    document: hostile({ schema: { type: 'array', minItems: 1e9 } }),
  },
  {
    fault: 'a text of a billion letters',
    document: hostile({ schema: { type: 'string', minLength: 1e9 } }),
  },
  { fault: 'a file of the machine', document: hostile({ schema: { $ref: '/etc/hostname' } }) },
  { fault: 'a reference to nothing', document: hostile({ schema: ref('Nothing') }) },
];
