import type {
  ApiContent,
  ApiModel,
  ApiOperation,
  ApiWebhook,
  JsonSchema,
  JsonValue,
} from '@product/spec-model';

/**
 * A model without what only people read: descriptions, summaries and the examples of requests,
 * answers and parameters.
 *
 * @remarks The first example of each webhook stays: a test delivery sends it.
 */
export function slimModel(model: ApiModel): ApiModel {
  return {
    modelVersion: model.modelVersion,
    info: { title: model.info.title, version: model.info.version },
    servers: model.servers.map(({ url }) => ({ url })),
    resources: model.resources.map(({ name }) => ({ name })),
    operations: model.operations.map(slimOperation),
    webhooks: model.webhooks.map(slimWebhook),
    schemas: mapValues(model.schemas, slimSchema),
    securitySchemes: mapValues(model.securitySchemes, ({ description: _, ...scheme }) => scheme),
    extensions: model.extensions,
  };
}

function slimOperation(operation: ApiOperation): ApiOperation {
  const { summary: _, description: __, requestBody, ...rest } = operation;
  return {
    ...rest,
    parameters: operation.parameters.map(slimDescribed),
    ...(requestBody && { requestBody: slimBody(requestBody) }),
    responses: operation.responses.map((response) => ({
      status: response.status,
      description: '',
      headers: response.headers.map(slimDescribed),
      content: response.content.map((content) => slimContent(content, 0)),
    })),
  };
}

function slimBody<
  B extends { readonly required: boolean; readonly content: readonly ApiContent[] },
>(body: B, examples = 0): { readonly required: boolean; readonly content: readonly ApiContent[] } {
  return {
    required: body.required,
    content: body.content.map((content) => slimContent(content, examples)),
  };
}

function slimWebhook({ name, requestBody, extensions }: ApiWebhook): ApiWebhook {
  const body = requestBody && { requestBody: slimBody(requestBody, 1) };
  return { name, parameters: [], extensions, ...body };
}

function slimContent({ mediaType, schema, examples }: ApiContent, kept: number): ApiContent {
  return {
    mediaType,
    ...(schema === undefined ? {} : { schema: slimSchema(schema) }),
    examples: examples.slice(0, kept).map(({ name, value }) => ({ name, value })),
  };
}

function slimDescribed<
  D extends {
    readonly description?: string;
    readonly example?: JsonValue;
    readonly schema: JsonSchema;
  },
>({ description: _, example: __, ...rest }: D): Omit<D, 'description' | 'example'> {
  return { ...rest, schema: slimSchema(rest.schema) };
}

function slimSchema(schema: JsonSchema): JsonSchema {
  return slimKeywords(schema) as JsonSchema; // the same shape, without its annotations
}

const annotations = new Set(['description', 'title', 'example', 'examples', 'externalDocs']);
const maps = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
const verbatim = new Set(['const', 'enum', 'default', 'x-mock-rows']);

function slimKeywords(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(slimKeywords);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name]) => !annotations.has(name))
    .map(([name, entry]): [string, JsonValue] => {
      if (verbatim.has(name)) return [name, entry];
      return [name, maps.has(name) ? slimProperties(entry) : slimKeywords(entry)];
    });
  return Object.fromEntries(kept);
}

// Under `properties` the names are the document's own: one may well be called `description`.
function slimProperties(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]): [string, JsonValue] => [name, slimKeywords(entry)]),
  );
}

function mapValues<V, W>(
  record: { readonly [name: string]: V },
  map: (value: V) => W,
): { readonly [name: string]: W } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
