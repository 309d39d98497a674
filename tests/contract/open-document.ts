import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig } from '@redocly/openapi-core';

/** Any part of a document: tests walk it without this project's own model. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The members of a place in the document; none where it is not an object. */
export function members(value: Json | undefined): { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** Where the Product API is written. */
export const productDocument: URL = new URL('../../spec/openapi.yaml', import.meta.url);

/** Bundles a document with Redocly, as one plain object: no code of this project takes part. */
export async function bundleDocument(source: URL): Promise<{ [name: string]: Json }> {
  const config = await createConfig({});
  const result = await bundle({ ref: fileURLToPath(source), config });
  return members(JSON.parse(JSON.stringify(result.bundle.parsed)));
}

/** Writes a document where Hyperjump recognises it as OpenAPI: by its file name. */
export async function writeDocument(document: Json, path: string): Promise<void> {
  await writeFile(path, JSON.stringify(document));
}
