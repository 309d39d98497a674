/** Text that becomes code wherever one kind of quoting is forgotten. */
export const PAYLOAD: string = [
  "*/ globalThis.pwned = 1; /* ' + (globalThis.pwned = 2) + '",
  '" + (globalThis.pwned = 3) + " ` + (globalThis.pwned = 4) + `',
  `$\{globalThis.pwned = 5} \u2028globalThis.pwned = 6;\u2029`,
  '\nglobalThis.pwned = 7; \r\n{@link x} @throws {Evil} \\u002a/ <script>',
].join(' ');

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'delete',
  'class',
  'a b',
  'a-b',
  'ü',
  '1st',
  PAYLOAD,
];

const members = (): object =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      {
        type: 'string',
        description: PAYLOAD,
        default: PAYLOAD,
        examples: [PAYLOAD],
        pattern: '`*/',
      },
    ]),
  );

const operation = (operationId: string, more: object = {}): object => ({
  operationId,
  summary: PAYLOAD,
  description: PAYLOAD,
  tags: [PAYLOAD],
  security: [{ key: [PAYLOAD] }],
  responses: {
    '200': {
      description: PAYLOAD,
      content: { 'application/json': { schema: { type: 'object', properties: members() } } },
    },
    '404': {
      description: PAYLOAD,
      content: { 'application/json': { examples: { [PAYLOAD]: { value: { code: PAYLOAD } } } } },
    },
  },
  ...more,
});

/** A document that tries to break out of every place where its text is written. */
export function hostileDocument(): object {
  const body = {
    description: PAYLOAD,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/__proto__' } } },
  };
  const path = { name: '__proto__', in: 'path', required: true, schema: { type: 'string' } };
  return {
    openapi: '3.1.0',
    info: { title: PAYLOAD, version: PAYLOAD, description: PAYLOAD },
    servers: [{ url: `https://example.com/${PAYLOAD}` }],
    tags: [{ name: '__proto__', description: PAYLOAD }],
    'x-env': { api_key: PAYLOAD, base_url: PAYLOAD },
    'x-rate-limit-policies': {},
    paths: {
      [`/p/${encodeURIComponent(PAYLOAD)}`]: { get: operation('__proto__') },
      '/a/{__proto__}': {
        post: operation('__proto__.constructor', {
          parameters: [path, ...query()],
          requestBody: body,
        }),
        get: operation('constructor.__proto__', { parameters: [path] }),
      },
      '/b': {
        get: operation('caller.caller'),
        put: operation('api.then'),
        post: operation(PAYLOAD),
        patch: operation('then.delete', {
          parameters: [
            { name: PAYLOAD.replaceAll(/[\r\n]/g, ''), in: 'header', schema: { type: 'string' } },
          ],
        }),
      },
    },
    // Braces in a name read as a path parameter.
    webhooks: {
      [PAYLOAD.replaceAll(/[{}]/g, '')]: { post: { description: PAYLOAD, requestBody: body } },
    },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: PAYLOAD, description: PAYLOAD },
      },
      schemas: {
        ...schemaNames(),
        Endless: { anyOf: [{ $ref: '#/components/schemas/Endless' }] },
        Cyclic: { type: 'array', items: { $ref: '#/components/schemas/Cyclic' } },
        Literals: { enum: [PAYLOAD, 1, null, true] },
        Constant: { const: { [PAYLOAD]: PAYLOAD } },
      },
    },
  };
}

function query(): object[] {
  return NAMES.map((name) => ({
    name,
    in: 'query',
    description: PAYLOAD,
    schema: { type: 'string', enum: [PAYLOAD, 'b'] },
  }));
}

function schemaNames(): object {
  const names = [
    '__proto__',
    'constructor',
    'Error',
    'Promise',
    'ApiError',
    'paths',
    'a-b',
    'a_b',
    'string',
  ];
  const schema = (): object => ({ type: 'object', description: PAYLOAD, properties: members() });
  return Object.fromEntries(names.map((name) => [name, schema()]));
}
