function content(mediaType: string, schema?: object): object {
  return { content: { [mediaType]: schema === undefined ? {} : { schema } } };
}

function answers(mediaType: string, schema?: object): object {
  return {
    '200': { description: 'What was asked for.', ...content(mediaType, schema) },
    '404': { description: 'There is none.', ...content('application/json', problem) },
  };
}

const problem = { $ref: '#/components/schemas/Problem' };
const entry = { $ref: '#/components/schemas/Entry' };

const paths = {
  '/entries': {
    get: {
      operationId: 'entries.export',
      responses: answers('application/x-ndjson', { type: 'array', items: entry }),
    },
    post: { operationId: 'entries.import', ...body('application/octet-stream'), responses: made() },
  },
  '/entries/live': {
    get: { operationId: 'entries.watch', responses: answers('text/event-stream', entry) },
    post: {
      operationId: 'entries.chat',
      ...body('application/json', { type: 'object', properties: { prompt: { type: 'string' } } }),
      responses: answers('text/event-stream', { type: 'string' }),
    },
  },
  '/report': {
    get: { operationId: 'files.report', responses: answers('text/csv; header=present') },
  },
  '/picture': { get: { operationId: 'files.picture', responses: answers('image/*') } },
  '/note': {
    get: {
      operationId: 'files.note',
      responses: answers('application/json', { oneOf: [entry, { type: 'null' }] }),
    },
  },
  '/files': {
    post: {
      operationId: 'files.upload',
      ...body('multipart/form-data', {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary' },
          tags: { type: 'array', items: { type: 'string' } },
          about: { type: 'object', properties: { title: { type: 'string' } } },
        },
      }),
      responses: made(),
    },
  },
};

function body(mediaType: string, schema?: object): object {
  return { requestBody: { required: true, ...content(mediaType, schema) } };
}

function made(): object {
  return {
    '201': { description: 'It is there.', ...content('application/json', entry) },
    '4XX': { description: 'It is not wanted.', ...content('application/json', problem) },
    default: { description: 'Anything else.', ...content('application/json', problem) },
  };
}

/** A document of answers and bodies that are not JSON: streams, text, pictures, forms and files. */
export function mediaDocument(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Media', version: '1.0' },
    servers: [{ url: 'https://media.example' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Entry: {
          type: 'object',
          required: ['id', 'secret'],
          properties: {
            id: { type: 'integer', format: 'int64' },
            secret: { type: 'string', writeOnly: true, description: 'Sent, never read.' },
            description: { type: 'string', example: 'A member of that name.' },
          },
        },
        Problem: { type: 'object', properties: { code: { type: 'string' } } },
      },
    },
  };
}
