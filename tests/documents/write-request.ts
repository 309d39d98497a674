import { sample } from 'openapi-sampler';
import { type Json, members } from '../contract/open-document.ts';
import type { Harvest } from './harvest.ts';
import { type Asked, listOf, type Node, type OpenDocument } from './open-document.ts';

/** A request that the document describes. */
export interface Written {
  /** Path and query below the base URL. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: BodyInit;
}

/** How a request is written. */
export interface Wish {
  /** Gives the value of a path parameter, when a row is known that has it. */
  readonly find: Harvest['find'];
  /** Only what is required. */
  readonly least: boolean;
}

/** Writes a request of an operation, its values made by Redocly's `openapi-sampler`. */
export function writeRequest(document: OpenDocument, asked: Asked, wish: Wish): Written {
  const shown = (parameter: Node): unknown => sampleParameter(document, parameter);
  const path = asked.path.replace(/\{([^{}]+)\}/g, (_, name: string, at: number) => {
    const parameter = asked.parameters.find((one) => one['in'] === 'path' && one['name'] === name);
    const type = document.follow(parameter?.['schema'])['type'];
    const isNumber = type === 'integer' || type === 'number';
    const known = wish.find({ name, before: asked.path.slice(0, at - 1), isNumber });
    return encodeURIComponent(known ?? textOf(shown(parameter ?? {})));
  });
  const needed = asked.parameters.filter((one) => one['required'] === true);
  const query = needed.filter((one) => one['in'] === 'query');
  const pairs = query.flatMap((one) => queryPairs(one, shown(one)));
  const text = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const headers = needed
    .filter((one) => one['in'] === 'header')
    .map((one) => [String(one['name']), textOf(shown(one))]);
  const { body, type } = writeBody(document, asked, wish);
  return {
    path: text === '' ? path : `${path}?${text}`,
    headers: {
      ...Object.fromEntries(headers),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

function sampleParameter(document: OpenDocument, parameter: Node): unknown {
  const [content] = Object.values(members(parameter['content']));
  const holder = content === undefined ? parameter : members(content);
  const [example] = Object.values(members(holder['examples'])).map(document.follow);
  const shown = holder['example'] ?? example?.['value'];
  const value = shown ?? makeSample(document, holder['schema'], true) ?? 'text';
  return content === undefined ? value : JSON.stringify(value);
}

function makeSample(document: OpenDocument, schema: Json | undefined, least: boolean): unknown {
  const options = { quiet: true, skipReadOnly: true, skipNonRequired: least, enablePatterns: true };
  return sample(members(schema), options, document.root);
}

/** A value as the document's style writes it in a query. */
function queryPairs({ name, style, explode }: Node, value: unknown): [string, string][] {
  const key = String(name);
  if (typeof value !== 'object' || value === null) return [[key, textOf(value)]];
  if (Array.isArray(value) && style !== 'deepObject') {
    const texts = value.map(textOf);
    if (explode !== false && (style ?? 'form') === 'form') return texts.map((text) => [key, text]);
    return [[key, texts.join(style === 'pipeDelimited' ? '|' : ',')]];
  }
  if (style === 'deepObject') return nestedPairs(key, value);
  const entries = Object.entries(value).map(([member, held]): [string, string] => [
    member,
    textOf(held),
  ]);
  return explode === false ? [[key, entries.flat().join(',')]] : entries;
}

function nestedPairs(key: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[key, textOf(value)]];
  return Object.entries(value).flatMap(([member, held]) => nestedPairs(`${key}[${member}]`, held));
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}

interface Body {
  readonly body?: BodyInit;
  /** Absent where fetch says it, boundary included. */
  readonly type?: string;
}

function writeBody(document: OpenDocument, { node }: Asked, { least }: Wish): Body {
  const requestBody = document.follow(node['requestBody']);
  const content = Object.entries(members(requestBody['content']));
  const [type, described] = content.find(([one]) => /json/.test(one)) ?? content[0] ?? [];
  if (type === undefined || (least && requestBody['required'] !== true)) return {};
  const { schema, example, examples } = members(described);
  const [first] = Object.values(members(examples)).map(document.follow);
  const shown = least ? undefined : (example ?? first?.['value']);
  const value = shown ?? makeSample(document, schema, least);
  if (/json/.test(type))
    return { type: type.replace('*', 'json'), body: JSON.stringify(value ?? {}) };
  if (type === 'application/x-www-form-urlencoded') {
    return { type, body: new URLSearchParams(formPairs(value)).toString() };
  }
  if (type === 'multipart/form-data') return { body: formData(value) };
  return { type: type.replace('*/*', 'text/plain').replace('/*', '/plain'), body: textOf(value) };
}

function formPairs(value: unknown): [string, string][] {
  return Object.entries(Object(value)).flatMap(([name, held]) => nestedPairs(name, held));
}

function formData(value: unknown): FormData {
  const form = new FormData();
  for (const [name, held] of Object.entries(Object(value))) {
    for (const one of listOrOne(held)) form.append(name, textOf(one));
  }
  return form;
}

function listOrOne(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Credentials of the right form for the first alternative of what the operation asks. */
export function writeCredentials(
  document: OpenDocument,
  { node }: Asked,
  secret: string,
): {
  readonly headers: { readonly [name: string]: string };
  readonly query: readonly (readonly [string, string])[];
} {
  const [needed] = listOf(node['security'] ?? document.root['security']).map(members);
  const headers: { [name: string]: string } = {};
  const query: [string, string][] = [];
  const schemes = members(members(document.root['components'])['securitySchemes']);
  for (const name of Object.keys(needed ?? {})) {
    const scheme = document.follow(schemes[name]);
    const basic = String(scheme['scheme']).toLowerCase() === 'basic';
    const own = String(scheme['name']);
    if (scheme['type'] !== 'apiKey')
      headers['authorization'] = basic ? `Basic ${btoa(`${secret}:`)}` : `Bearer ${secret}`;
    else if (scheme['in'] === 'header') headers[own] = secret;
    else if (scheme['in'] === 'cookie') headers['cookie'] = `${own}=${secret}`;
    else query.push([own, secret]);
  }
  return { headers, query };
}
