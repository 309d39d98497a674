import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Mock } from '../mock.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { createMockFromSpec } from '../spec.ts';

/** An answer, read. */
export interface Seen {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: JsonValue | undefined;
}

/** A mock of a document of a test, and how to call it. */
export interface DocumentBench {
  readonly mock: Mock;
  readonly call: (
    line: string,
    headers?: { readonly [name: string]: string },
    body?: JsonValue,
  ) => Promise<Seen>;
}

/** A document's parts that a test writes itself; `paths` is required. */
export type Parts = { readonly paths: JsonObject } & JsonObject;

/**
 * A mock of a small document.
 *
 * @param parts - Paths, components, servers.
 */
export async function mockOf(parts: Parts, options: MockOptions = {}): Promise<DocumentBench> {
  const info = { title: 'Test', version: '1' };
  const servers = [{ url: 'https://api.test' }];
  const mock = await createMockFromSpec(
    { openapi: '3.1.0', info, servers, ...parts },
    { seed: 1, ...options },
  );
  return {
    mock,
    call: async (line, headers = {}, body = undefined) => {
      const [method = 'GET', path = '/'] = line.split(' ');
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const response = await mock.fetch(mock.baseUrl + path, {
        method,
        headers: { ...type, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return readAnswer(response);
    },
  };
}

/** An operation that answers one status with one body. */
export function answering(
  schema: JsonValue,
  {
    status = '200',
    type = 'application/json',
    ...media
  }: JsonObject & { status?: string; type?: string } = {},
): JsonObject {
  return {
    responses: { [status]: { description: '', content: { [type]: { schema, ...media } } } },
  };
}

/** A path parameter that is a text. */
export function pathParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

async function readAnswer(response: Response): Promise<Seen> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, type: headers.get('content-type'), json: parsed(text) };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
