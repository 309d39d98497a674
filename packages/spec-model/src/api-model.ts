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
  /** Name of the API. */
  readonly title: string;
  /** The API's own version, as the document states it. */
  readonly version: string;
  /** CommonMark; absent when the document has none. */
  readonly description?: string;
}

/** One place that serves the API. */
export interface ApiServer {
  /** Without a trailing slash; may be relative (`/v1`); variables replaced by their defaults. */
  readonly url: string;
  /** The URL as the document writes it, `{…}` and all; absent when it has no variables. */
  readonly template?: string;
  /** The variables of the template, by name; absent when it has none. */
  readonly variables?: { readonly [name: string]: ApiServerVariable };
  /** What this place is for. */
  readonly description?: string;
}

/** What may stand in one place of a server's URL. */
export interface ApiServerVariable {
  /** What stands there when nothing is said; absent when the document does not say, though it must. */
  readonly default?: string;
  /** All that may stand there; absent when anything may. */
  readonly enum?: readonly string[];
}

/** A group of operations that a client shows as one property, such as `client.tasks`. */
export interface ApiResource {
  /** As in the operationIds: `tasks`, `apiKeys`. */
  readonly name: string;
  /** The description of the tag of that name, if any. */
  readonly description?: string;
}

/**
 * Methods that an OpenAPI document can describe, as they are sent. `QUERY` and all others
 * (`additionalOperations`) are of OpenAPI 3.2 and come from `readApi` only.
 */
export type HttpMethod =
  | 'GET'
  | 'PUT'
  | 'POST'
  | 'DELETE'
  | 'OPTIONS'
  | 'HEAD'
  | 'PATCH'
  | 'TRACE'
  | 'QUERY'
  | (string & Record<never, never>);

/** One operation of the API. */
export interface ApiOperation {
  /** The operationId; made from method and path when the document has none. Unique. */
  readonly id: string;
  /** The part before the dot of `tasks.list`; the first tag otherwise. */
  readonly resource: string;
  /** The part after the dot of `tasks.list`; the whole id otherwise. */
  readonly verb: string;
  /** The method of the request. */
  readonly method: HttpMethod;
  /** The template, as in the document: `/tasks/{task_id}`. */
  readonly path: string;
  /** JSON pointer of the operation in the source document. */
  readonly pointer: string;
  /** What the operation does, in a few words. */
  readonly summary?: string;
  /** CommonMark; the whole of what the document says. */
  readonly description?: string;
  /** Whether callers should move to something else. */
  readonly deprecated: boolean;
  /** Path level and operation level merged; references resolved. */
  readonly parameters: readonly ApiParameter[];
  /** What is sent; absent when the operation takes no body. */
  readonly requestBody?: ApiRequestBody;
  /** In document order; `2XX` and `default` included. */
  readonly responses: readonly ApiResponse[];
  /** Alternatives; each is a set of schemes that must all hold. Empty list: no security. */
  readonly security: readonly SecurityRequirement[];
  /**
   * Where the operation is served, when it or its path names servers of its own; empty when that is
   * the root of the host.
   */
  readonly servers?: readonly ApiServer[];
  /**
   * What is wrong with what the operation needs, and was left out or replaced; absent when nothing
   * is. Only `readApi` gives such operations.
   */
  readonly faults?: readonly OperationFault[];
  /** `x-` fields of the operation. */
  readonly extensions: Extensions;
}

/** Why an operation is not as its author meant it. */
export interface OperationFault {
  /** JSON pointer in the source document as a URI fragment. */
  readonly pointer: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
}

/** Where a parameter travels. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** One parameter of an operation. */
export interface ApiParameter {
  /** As it travels: `task_id`, `Idempotency-Key`. */
  readonly name: string;
  /** Where it travels. */
  readonly in: ParameterLocation;
  /** Whether it must be sent; always so in the path. */
  readonly required: boolean;
  /** Whether callers should no longer send it. */
  readonly deprecated: boolean;
  /** CommonMark. */
  readonly description?: string;
  /** The OpenAPI style, default filled in. */
  readonly style: string;
  /** The OpenAPI explode, default filled in. */
  readonly explode: boolean;
  /** What its values must be; `true` when the document does not say. */
  readonly schema: JsonSchema;
  /** Set when the parameter is described by `content` rather than `schema`. */
  readonly contentType?: string;
  /** Set when it is all that stands in the query (`in: querystring` of OpenAPI 3.2), and no form. */
  readonly isWholeQuery?: boolean;
  /** Set when an empty value may be sent whatever the schema says. */
  readonly allowEmptyValue?: boolean;
  /** The first example of the document. */
  readonly example?: JsonValue;
  /** `x-` fields of the parameter. */
  readonly extensions: Extensions;
}

/** The body of a request. */
export interface ApiRequestBody {
  /** Whether it must be sent. */
  readonly required: boolean;
  /** CommonMark. */
  readonly description?: string;
  /** What it may be, by media type, in document order. */
  readonly content: readonly ApiContent[];
}

/** A media type and what it holds. */
export interface ApiContent {
  /** `application/json`, `application/*`, … as written. */
  readonly mediaType: string;
  /** What the body must be; absent when the document does not say. */
  readonly schema?: JsonSchema;
  /** What each item of a stream must be (OpenAPI 3.2: `application/jsonl`, `text/event-stream`). */
  readonly itemSchema?: JsonSchema;
  /** How the properties of a form are written, by name; absent when the document does not say. */
  readonly encoding?: { readonly [property: string]: ApiEncoding };
  /** Named examples; one without a name is called `default`. */
  readonly examples: readonly ApiExample[];
}

/** How one property of a form is written (OpenAPI, Encoding Object). */
export interface ApiEncoding {
  /** Media types of a part of `multipart`, separated by commas. */
  readonly contentType?: string;
  /** Of `application/x-www-form-urlencoded`, as of a query parameter. */
  readonly style?: string;
  /** Whether each value of a list or object is a pair of its own. */
  readonly explode?: boolean;
}

/** A named example. */
export interface ApiExample {
  /** The key under `examples`, or `default`. */
  readonly name: string;
  /** What the example shows. */
  readonly summary?: string;
  /** The example itself. */
  readonly value: JsonValue;
}

/** One documented answer. */
export interface ApiResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  /** CommonMark. */
  readonly description: string;
  /** Headers of the answer, `Content-Type` left out. */
  readonly headers: readonly ApiHeader[];
  /** What the body may be; empty when there is none. */
  readonly content: readonly ApiContent[];
}

/** A documented response header. */
export interface ApiHeader {
  /** As the document spells it. */
  readonly name: string;
  /** Whether every such answer carries it. */
  readonly required: boolean;
  /** CommonMark. */
  readonly description?: string;
  /** What its values must be. */
  readonly schema: JsonSchema;
  /** The first example of the document. */
  readonly example?: JsonValue;
}

/** A set of schemes that must all hold, with the scopes or roles each must grant. */
export type SecurityRequirement = { readonly [scheme: string]: readonly string[] };

/** A security scheme as the document writes it, its `x-` fields beside it. */
export interface SecurityScheme {
  /** The kind of scheme. */
  readonly type: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  /** For `http`: `bearer`, `basic`, … in lower case. */
  readonly scheme?: string;
  /** A hint at what the token looks like. */
  readonly bearerFormat?: string;
  /** For `apiKey`: the name of the header, query parameter or cookie. */
  readonly name?: string;
  /** For `apiKey`: where the key travels. */
  readonly in?: 'header' | 'query' | 'cookie';
  /** For `oauth2`: the flows as the document writes them. */
  readonly flows?: JsonObject;
  /** For `openIdConnect`: where its configuration is. */
  readonly openIdConnectUrl?: string;
  /** CommonMark. */
  readonly description?: string;
  /** `x-` fields of the scheme. */
  readonly extensions: Extensions;
}

/** A message that the API sends to its users. */
export interface ApiWebhook {
  /** The event's name: `task.created`. */
  readonly name: string;
  /** What the event says, in a few words. */
  readonly summary?: string;
  /** CommonMark. */
  readonly description?: string;
  /** What is sent to the user. */
  readonly requestBody?: ApiRequestBody;
  /** What is sent beside the body, such as the signature headers. */
  readonly parameters: readonly ApiParameter[];
  /** `x-` fields of the operation that describes the event. */
  readonly extensions: Extensions;
}
