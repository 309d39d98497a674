/**
 * Plain data: JSON in, JSON out, no functions and no cycles, so a model can be written to a file,
 * shipped in a bundle and compared by its text.
 */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** An object of plain data. */
export type JsonObject = { readonly [name: string]: JsonValue };

/**
 * A JSON Schema of dialect 2020-12 as OpenAPI 3.1 uses it. References stay references
 * (`#/components/schemas/Task`) and resolve in {@link ApiModel.schemas}; nothing is inlined, so
 * cyclic schemas are ordinary data.
 */
export type JsonSchema = JsonObject | boolean;

/** The `x-` fields of a place in the document, by name, with the `x-`. */
export type Extensions = { readonly [name: `x-${string}`]: JsonValue };

/**
 * One API, whole: what every generator, mock and document of this project is made from.
 *
 * @remarks The source document is bundled into one, upgraded to OpenAPI 3.1 and read into the
 * terms of its readers: operations rather than paths, parameters merged and resolved. Only
 * references to schemas remain, because those may be cyclic.
 */
export interface ApiModel {
  /** Version of this format; a reader refuses another. */
  readonly modelVersion: 1;
  /** Title, version and description of the API. */
  readonly info: ApiInfo;
  /** Base URLs, first is the default, variables already replaced by their defaults. */
  readonly servers: readonly ApiServer[];
  /** Resources in the order of the document's tags, then of first appearance. */
  readonly resources: readonly ApiResource[];
  /** Every operation, in document order. */
  readonly operations: readonly ApiOperation[];
  /** The document's `webhooks`, in document order. */
  readonly webhooks: readonly ApiWebhook[];
  /** Named schemas, by the name under `components/schemas`. */
  readonly schemas: { readonly [name: string]: JsonSchema };
  /** Named security schemes, as the document writes them. */
  readonly securitySchemes: { readonly [name: string]: SecurityScheme };
  /** `x-` fields of the document's root. */
  readonly extensions: Extensions;
}

/** Title, version and description of an API. */
export interface ApiInfo {
  readonly title: string;
  /** The API's own version, as the document states it. */
  readonly version: string;
  /** CommonMark; absent when the document has none. */
  readonly description?: string;
}

/** One place that serves the API. */
export interface ApiServer {
  /** Without a trailing slash; may be relative (`/v1`). */
  readonly url: string;
  readonly description?: string;
}

/** A group of operations that a client shows as one property, such as `client.tasks`. */
export interface ApiResource {
  /** As in the operationIds: `tasks`, `apiKeys`. */
  readonly name: string;
  /** The description of the tag of that name, if any. */
  readonly description?: string;
}

/** Methods an OpenAPI 3.1 document can describe, in capitals. */
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

/** One operation of the API. */
export interface ApiOperation {
  /** The operationId; made from method and path when the document has none. Unique. */
  readonly id: string;
  /** The part before the dot of `tasks.list`; the first tag otherwise. */
  readonly resource: string;
  /** The part after the dot of `tasks.list`; the whole id otherwise. */
  readonly verb: string;
  readonly method: HttpMethod;
  /** The template, as in the document: `/tasks/{task_id}`. */
  readonly path: string;
  /** JSON pointer of the operation in the source document. */
  readonly pointer: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Path level and operation level merged; references resolved. */
  readonly parameters: readonly ApiParameter[];
  readonly requestBody?: ApiRequestBody;
  /** In document order; `2XX` and `default` included. */
  readonly responses: readonly ApiResponse[];
  /** Alternatives; each is a set of schemes that must all hold. Empty list: no security. */
  readonly security: readonly SecurityRequirement[];
  readonly extensions: Extensions;
}

/** Where a parameter travels. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** One parameter of an operation. */
export interface ApiParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  /** The OpenAPI style, default filled in. */
  readonly style: string;
  /** The OpenAPI explode, default filled in. */
  readonly explode: boolean;
  readonly schema: JsonSchema;
  /** Set when the parameter is described by `content` rather than `schema`. */
  readonly contentType?: string;
  readonly example?: JsonValue;
  readonly extensions: Extensions;
}

/** The body of a request. */
export interface ApiRequestBody {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly ApiContent[];
}

/** A media type and what it holds. */
export interface ApiContent {
  /** `application/json`, `application/*`, … as written. */
  readonly mediaType: string;
  readonly schema?: JsonSchema;
  /** Named examples; one without a name is called `default`. */
  readonly examples: readonly ApiExample[];
}

/** A named example. */
export interface ApiExample {
  readonly name: string;
  readonly summary?: string;
  readonly value: JsonValue;
}

/** One documented answer. */
export interface ApiResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ApiHeader[];
  readonly content: readonly ApiContent[];
}

/** A documented response header. */
export interface ApiHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: JsonValue;
}

/** A set of schemes that must all hold, with the scopes or roles each must grant. */
export type SecurityRequirement = { readonly [scheme: string]: readonly string[] };

/** A security scheme as the document writes it, its `x-` fields beside it. */
export interface SecurityScheme {
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** For `http`: `bearer`, `basic`, … in lower case. */
  readonly scheme?: string;
  readonly bearerFormat?: string;
  /** For `apiKey`: the name of the header, query parameter or cookie. */
  readonly name?: string;
  readonly in?: 'header' | 'query' | 'cookie';
  readonly flows?: JsonObject;
  readonly openIdConnectUrl?: string;
  readonly description?: string;
  readonly extensions: Extensions;
}

/** A message that the API sends to its users. */
export interface ApiWebhook {
  /** The event's name: `task.created`. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: ApiRequestBody;
  readonly parameters: readonly ApiParameter[];
  readonly extensions: Extensions;
}
