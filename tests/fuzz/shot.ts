import { type Json, members } from '../contract/open-document.ts';
import type { Harvest } from '../documents/harvest.ts';
import type { Asked, OpenDocument } from '../documents/open-document.ts';
import { writeCredentials, writeRequest } from '../documents/write-request.ts';

/** A request as it goes to the mock: plain data, so that it can be as wrong as one likes. */
export interface Shot {
  readonly method: string;
  /** Path and query below the base URL. */
  readonly path: string;
  readonly headers: { readonly [name: string]: readonly string[] };
  readonly body: Uint8Array | undefined;
}

/** A request that the document describes, and what it was made for. */
export interface Sound {
  readonly shot: Shot;
  readonly asked: Asked;
  /** The body as data, where it is JSON. */
  readonly json: Json | undefined;
  /** The schema that the body has in the document, where it is JSON. */
  readonly schema: Json | undefined;
}

/** What a sound request is made from. */
export interface Armoury {
  readonly document: OpenDocument;
  readonly harvest: Harvest;
  readonly secret: string;
}

/** Writes a sound request of an operation. */
export async function makeSound(
  { document, harvest, secret }: Armoury,
  asked: Asked,
  least: boolean,
): Promise<Sound> {
  const written = writeRequest(document, asked, { find: harvest.find, least });
  const own = writeCredentials(document, asked, secret);
  const query = own.query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const bodiless = asked.method === 'GET' || asked.method === 'HEAD';
  const sent = new Request('http://mock.test', {
    method: 'POST',
    headers: { ...written.headers, ...own.headers },
    body: bodiless ? null : (written.body ?? null),
  });
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const headers = [...sent.headers].filter(([name]) => !bodiless || name !== 'content-type');
  const path =
    written.path + (query === '' ? '' : (written.path.includes('?') ? '&' : '?') + query);
  const shot = {
    ...{ method: asked.method, path },
    headers: Object.fromEntries(headers.map(([name, value]) => [name, [value]])),
    body: bytes.length === 0 ? undefined : bytes,
  };
  return { shot, asked, ...jsonPart(document, asked, { written, bodiless }) };
}

function jsonPart(
  document: OpenDocument,
  { node }: Asked,
  sent: {
    readonly written: { readonly headers: object; readonly body?: unknown };
    readonly bodiless: boolean;
  },
): Pick<Sound, 'json' | 'schema'> {
  const { body, headers } = sent.written;
  const none = { json: undefined, schema: undefined };
  const type = Object.entries(headers).find(([name]) => name === 'content-type')?.[1];
  if (sent.bodiless || typeof body !== 'string' || !/json$/.test(String(type))) return none;
  const content = members(document.follow(node['requestBody'])['content']);
  const described = members(content[String(type)]);
  return { json: JSON.parse(body), schema: described['schema'] };
}

/** A text as the bytes of a body. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
