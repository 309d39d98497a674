import type { Mock } from '../../mock.ts';
import type { MockOptions } from '../../options/mock-options.ts';
import { createMockFromSpec } from '../../spec.ts';
import { shopDocument } from './test-shop-document.ts';

/** A call of the shop: method and path below the base URL, and what is sent as JSON. */
export type ShopCall = (target: string, body?: unknown, type?: string) => Promise<ShopAnswer>;

/** An answer of the shop, read. */
export interface ShopAnswer {
  readonly status: number;
  readonly headers: Headers;
  // What tests look into is any JSON.
  readonly body: Json;
}

/** Any JSON, as far as tests look into it. */
export interface Json {
  readonly [name: string]: Json | undefined;
}

/** The entries of a list; none where there is no list. */
export function entriesOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A shop: a document without any annotation, whose resources differ in style. */
export async function openShop(
  options: MockOptions = {},
): Promise<{ readonly mock: Mock; readonly call: ShopCall }> {
  const mock = await createMockFromSpec(shopDocument, { seed: 1, firstRows: 0, ...options });
  return { mock, call: callsOf(mock) };
}

/** Calls of a mock without credentials. */
export function callsOf(mock: Mock): ShopCall {
  return async (target, body, type = 'application/json') => {
    const [method = '', path = ''] = target.split(' ');
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const url = path.startsWith('http') ? path : mock.baseUrl + path;
    const response = await mock.fetch(url, {
      method,
      ...(body === undefined ? {} : { body: sent, headers: { 'content-type': type } }),
    });
    const text = await response.text();
    const read: unknown = text === '' ? {} : JSON.parse(text);
    // The tests say what it must be.
    return { status: response.status, headers: response.headers, body: read as Json };
  };
}
