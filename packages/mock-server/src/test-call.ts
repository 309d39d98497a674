import type { JsonObject } from '@product/spec-model';
import { createMock } from './create-mock.ts';
import type { CreatedKey, KeyOptions } from './keys/key-ring.ts';
import type { Mock } from './mock.ts';
import { asObject, isObject } from './model/json-read.ts';
import type { MockOptions } from './options/mock-options.ts';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON object that was answered; empty when there was none. */
  readonly body: JsonObject;
  readonly text: string;
}

/** What a call of a test sends. */
export interface CallOptions {
  /** A key's secret; `null` for none. */
  readonly secret?: string | null;
  readonly headers?: { readonly [name: string]: string };
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** A mock and a key to call it with. */
export interface Bench {
  readonly mock: Mock;
  readonly key: CreatedKey;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
}

/** A seeded mock of the Product API and a key that may do everything on test data. */
export function bench(options: MockOptions = {}, key: KeyOptions = {}): Bench {
  const mock = createMock({ seed: 1, ...options });
  const made = mock.keys.create(key);
  return { mock, key: made, call: callsOf(mock, made.secret) };
}

/** Calls of one mock with one key. */
export function callsOf(mock: Mock, secret: string): Bench['call'] {
  return async (method, path, options = {}) => {
    const { body } = options;
    const response = await mock.fetch(mock.baseUrl + path, {
      method,
      headers: headersOf(options, secret),
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: readBody(text) };
  };
}

/** Objects of a list's page. */
export function rowsOf({ body }: Answer): readonly JsonObject[] {
  const { data } = body;
  return Array.isArray(data) ? data.filter(isObject) : [];
}

function headersOf(options: CallOptions, fallback: string): Headers {
  const secret = options.secret === undefined ? fallback : options.secret;
  const headers = new Headers();
  if (secret !== null) headers.set('authorization', `Bearer ${secret}`);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return headers;
}

function readBody(text: string): JsonObject {
  return text.startsWith('{') ? asObject(JSON.parse(text)) : {};
}
