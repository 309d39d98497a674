import type { JsonObject, JsonValue } from '@product/spec-model';

/**
 * An operation as openapi-typescript writes it, where nothing more is known of it.
 */
export interface AnyOperation {
  /** What is sent beside the body. */
  readonly parameters: {
    /** By name, in the path. */
    readonly path: { readonly [name: string]: JsonValue };
    /** By name, in the query. */
    readonly query: { readonly [name: string]: JsonValue };
  };
  /** What is sent. */
  readonly requestBody?: {
    /** By media type. */
    readonly content: { readonly [mediaType: string]: JsonValue };
  };
  /** What is answered, by status. */
  readonly responses: {
    readonly [status: number]: {
      /** By media type. */
      readonly content: {
        /** Whatever it is. */
        readonly json: JsonValue | undefined;
      };
    };
  };
}

/** Operations by their id, as openapi-typescript writes them, where nothing more is known of them. */
export interface AnyOperations {
  readonly [id: string]: AnyOperation;
}

type Empty = { readonly [name: string]: never };

/** A member of an operation; absent ones are empty. */
type Sent<Op, Where extends string> = Op extends { parameters: { [name in Where]?: infer Sent } }
  ? [NonNullable<Sent>] extends [never]
    ? Empty
    : NonNullable<Sent>
  : Empty;

/** The parameters of an operation's path, by name. */
export type PathOf<Op> = Sent<Op, 'path'>;

/** The parameters of an operation's query, by name; those that did not come are missing. */
export type QueryOf<Op> = Sent<Op, 'query'>;

type ContentOf<Part> = Part extends { content: infer Content }
  ? [NonNullable<Content>] extends [never]
    ? undefined
    : Content[keyof Content]
  : undefined;

/** The body of an operation's requests; undefined where there may be none. */
export type BodyOf<Op> = Op extends { requestBody: infer Body }
  ? ContentOf<Body>
  : Op extends { requestBody?: infer Body }
    ? ContentOf<Body> | undefined
    : undefined;

/** Statuses of a success. */
export type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206;
type Redirect = 300 | 301 | 302 | 303 | 304 | 307 | 308;
type Refusal = 400 | 401 | 402 | 403 | 404 | 405 | 406 | 408 | 409 | 410 | 411 | 412 | 413 | 414;
type LateRefusal =
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451;
type Failure = 500 | 501 | 502 | 503 | 504 | 505 | 507 | 508 | 511;
type Status = Success | Redirect | Refusal | LateRefusal | Failure;

// `default` and `4XX` stand for what is not there by its number.
type StatusesOf<Responses, Key extends keyof Responses> = Key extends number
  ? Key
  : Key extends 'default'
    ? Exclude<Status, keyof Responses | StatusIn<keyof Responses>>
    : Exclude<StatusIn<Key>, keyof Responses>;

type StatusIn<Range> = Range extends `${infer Digit}XX` | `${infer Digit}xx`
  ? StatusFrom<Digit>
  : never;

type StatusFrom<Digit extends string> = Status extends infer S extends number
  ? S extends number
    ? `${S}` extends `${Digit}${string}`
      ? S
      : never
    : never
  : never;

interface ByStatus<S, Body> {
  readonly status: S;
  readonly body: Body;
}

type Described<Responses> = {
  [Key in keyof Responses]: EachStatus<StatusesOf<Responses, Key>, ContentOf<Responses[Key]>>;
}[keyof Responses];

// One member for each status, so that the status tells the body.
type EachStatus<S, Body> = S extends number ? ByStatus<S, Body> : never;

/** What an operation answers: each status that the document has, with its body. */
export type Answered<Op> = Op extends { responses: infer Responses }
  ? Described<Responses>
  : ByStatus<number, JsonValue | undefined>;

/** The body of an operation's success. */
export type SuccessBody<Op> = BodyWith<Answered<Op>, Success>;

type BodyWith<One, S> = One extends { readonly status: S; readonly body: infer Body }
  ? Exclude<Body, undefined>
  : never;

/**
 * A row of a resource: what `<resource>.get` answers where the document's ids are written so, else
 * any object.
 */
export type RowOf<Operations, Name extends string> = string extends keyof Operations
  ? JsonObject
  : `${Name}.get` extends keyof Operations
    ? Extract<SuccessBody<Operations[`${Name}.get`]>, object>
    : JsonObject;
