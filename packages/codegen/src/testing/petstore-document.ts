const pet = { $ref: '#/components/schemas/Pet' };

function json(schema: object): object {
  return { 'application/json': { schema } };
}

const paths = {
  '/pets': {
    get: {
      operationId: 'listPets',
      tags: ['Pet store'],
      parameters: [
        { name: 'limit', in: 'query', schema: { type: 'integer', default: 10 } },
        {
          name: 'tags[]',
          in: 'query',
          required: true,
          schema: { type: 'array', items: { type: 'string' } },
        },
      ],
      responses: {
        '200': { description: 'Pets', content: json({ type: 'array', items: pet }) },
      },
    },
    post: {
      operationId: 'addPet',
      tags: ['Pet store'],
      requestBody: { content: json(pet) },
      responses: {
        '201': { description: 'Made', content: json(pet) },
        default: { description: 'Refused' },
      },
    },
  },
  '/pets/{pet-id}': {
    parameters: [{ name: 'pet-id', in: 'path', required: true, schema: { type: 'integer' } }],
    get: {
      responses: {
        '200': { description: 'A pet', content: json(pet) },
        '404': { description: 'None' },
      },
    },
    delete: {
      operationId: 'deletePet',
      parameters: [{ name: 'X-Reason', in: 'header', required: true, schema: { type: 'string' } }],
      responses: { '204': { description: 'Gone' } },
    },
  },
  '/pets/{pet-id}/photo': {
    put: {
      operationId: 'pets.uploadPhoto',
      parameters: [{ name: 'pet-id', in: 'path', required: true, schema: { type: 'integer' } }],
      requestBody: {
        required: true,
        content: { 'image/png': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        '202': {
          description: 'Taken',
          content: json({ properties: { url: { type: 'string' } } }),
        },
        '204': { description: 'Known' },
      },
    },
  },
};

const components = {
  securitySchemes: { api_key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
  schemas: {
    Pet: {
      type: 'object',
      required: ['name', 'photoUrls'],
      properties: {
        id: { type: 'integer', format: 'int64', readOnly: true },
        name: { type: 'string', nullable: true, example: 'doggie' },
        photoUrls: { type: 'array', items: { type: 'string' } },
        category: { $ref: '#/components/schemas/Category' },
        parent: { nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] },
      },
    },
    Category: { type: 'object', additionalProperties: { type: 'integer' } },
    Dog: {
      allOf: [
        { $ref: '#/components/schemas/Pet' },
        { type: 'object', properties: { bark: { type: 'boolean' } } },
      ],
    },
    Animal: {
      oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Pet' }],
    },
  },
};

/** A document that is not ours: OpenAPI 3.0, a key in a header of its own, little described. */
export function petstoreDocument(): object {
  return {
    openapi: '3.0.3',
    info: { title: 'Petstore', version: '1.0.7' },
    servers: [
      { url: 'https://{region}.petstore.example/v2/', variables: { region: { default: 'eu' } } },
    ],
    security: [{ api_key: [] }],
    paths,
    components,
  };
}
