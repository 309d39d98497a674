import { type DocumentWitness, step, type WitnessedOperation } from './document-witness.ts';
import { type Json, members } from './open-document.ts';

/** A request and its answer, as they crossed the wire. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** Path below the server's base, without the query. */
  readonly pathname: string;
}

/** Every way in which a request breaks the document; empty when it keeps it. */
export async function requestFaults(
  witness: DocumentWitness,
  { request, pathname }: Exchange,
): Promise<string[]> {
  const operation = witness.find(request.method, pathname);
  if (operation === undefined) return [`no operation for ${request.method} ${pathname}`];
  return [
    ...(await parameterFaults(witness, operation, { request, pathname })),
    ...(await bodyFaults(witness, operation, request)),
  ];
}

/** Every way in which an answer breaks the document; empty when it keeps it. */
export async function responseFaults(
  witness: DocumentWitness,
  { request, response, pathname }: Exchange,
): Promise<string[]> {
  const operation = witness.find(request.method, pathname);
  if (operation === undefined) return [`no operation for ${request.method} ${pathname}`];
  const pointer = `${operation.pointer}/responses/${response.status}`;
  const documented = members(operation.node['responses'])[String(response.status)];
  if (documented === undefined) return [`${operation.id} does not document ${response.status}`];
  const { node, at } = witness.resolve(documented, pointer);
  return [
    ...(await headerFaults(witness, { node, at }, response)),
    ...(await contentFaults(witness, { node, at }, response)),
  ];
}

type Place = { readonly node: { readonly [name: string]: Json }; readonly at: string };

async function parameterFaults(
  witness: DocumentWitness,
  operation: WitnessedOperation,
  { request, pathname }: Pick<Exchange, 'request' | 'pathname'>,
): Promise<string[]> {
  const parameters = listParameters(witness, operation);
  const query = new URL(request.url).searchParams;
  const known = parameters
    .filter(({ node }) => node['in'] === 'query')
    .map(({ node }) => node['name']);
  const faults = [...query.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => `query parameter ${name} is not documented`);
  for (const place of parameters) {
    const text = readParameter(place, { operation, request, pathname });
    if (text === undefined) {
      if (place.node['required'] === true)
        faults.push(`parameter ${place.node['name']} is missing`);
      continue;
    }
    const schema = witness.resolve(place.node['schema'], `${place.at}/schema`);
    const broken = await witness.faults(schema.at, typed(text, schema.node));
    faults.push(...broken.map((fault) => `parameter ${place.node['name']}: ${fault}`));
  }
  return faults;
}

function listParameters(witness: DocumentWitness, operation: WitnessedOperation): Place[] {
  const itemPointer = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
  const item = witness.resolve({ $ref: `#${itemPointer}` }, itemPointer).node;
  const listed = (list: Json | undefined, at: string) =>
    Array.isArray(list) ? list.map((one, index) => witness.resolve(one, `${at}/${index}`)) : [];
  return [
    ...listed(item['parameters'], `${itemPointer}/parameters`),
    ...listed(operation.node['parameters'], `${operation.pointer}/parameters`),
  ];
}

function readParameter(
  place: Place,
  sent: Pick<Exchange, 'request' | 'pathname'> & { readonly operation: WitnessedOperation },
): string | undefined {
  const name = String(place.node['name']);
  if (place.node['in'] === 'header') return sent.request.headers.get(name) ?? undefined;
  if (place.node['in'] === 'query')
    return new URL(sent.request.url).searchParams.get(name) ?? undefined;
  const index = sent.operation.template.split('/').indexOf(`{${name}}`);
  const segment = sent.pathname.split('/')[index];
  return segment === undefined ? undefined : decodeURIComponent(segment);
}

function typed(text: string, schema: { readonly [name: string]: Json }): Json {
  const type = schema['type'];
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

async function bodyFaults(
  witness: DocumentWitness,
  operation: WitnessedOperation,
  request: Request,
): Promise<string[]> {
  const text = await request.clone().text();
  const documented = operation.node['requestBody'];
  if (documented === undefined) return text === '' ? [] : [`${operation.id} takes no body`];
  const { node, at } = witness.resolve(documented, `${operation.pointer}/requestBody`);
  if (text === '') return node['required'] === true ? [`${operation.id} needs a body`] : [];
  const type = mediaType(request.headers);
  if (members(node['content'])[type] === undefined)
    return [`body of type ${type} is not documented`];
  const value: Json =
    type === 'application/x-www-form-urlencoded'
      ? Object.fromEntries(new URLSearchParams(text))
      : JSON.parse(text);
  return witness.faults(`${at}/content/${step(type)}/schema`, value);
}

async function headerFaults(
  witness: DocumentWitness,
  { node, at }: Place,
  response: Response,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, header] of Object.entries(members(node['headers']))) {
    const place = witness.resolve(header, `${at}/headers/${step(name)}`);
    const text = response.headers.get(name);
    if (text === null) {
      if (place.node['required'] === true) faults.push(`header ${name} is missing`);
      continue;
    }
    const schema = witness.resolve(place.node['schema'], `${place.at}/schema`);
    const broken = await witness.faults(schema.at, typed(text, schema.node));
    faults.push(...broken.map((fault) => `header ${name}: ${text}: ${fault}`));
  }
  return faults;
}

async function contentFaults(
  witness: DocumentWitness,
  { node, at }: Place,
  response: Response,
): Promise<string[]> {
  const text = await response.clone().text();
  const content = members(node['content']);
  if (Object.keys(content).length === 0) return text === '' ? [] : ['a body is not documented'];
  const type = mediaType(response.headers);
  if (content[type] === undefined) return [`an answer of type ${type} is not documented`];
  return witness.faults(`${at}/content/${step(type)}/schema`, JSON.parse(text));
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
