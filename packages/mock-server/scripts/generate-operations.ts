/**
 * Writes `src/generated/product-operations.ts`, the types of the operations of `spec/openapi.yaml`
 * by which `createMock().operation(…)` knows them. With `--check` nothing is written, and drift is an
 * exit code of 1.
 */
import { type JsonValue, loadApi } from '@product/spec-model';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { writeGenerated } from './write-generated.ts';

const document = new URL('../../../spec/openapi.yaml', import.meta.url);

const api = await loadApi(document);
// loadApi has checked that it is one.
const slim = withoutProse({ ...api.document, webhooks: {} }) as unknown as OpenAPI3;
const nodes = await openapiTypescript(slim, { silent: true, defaultNonNullable: false });
const wanted = /^export interface (?:components|operations) [\s\S]*?^}\n/gm;
const parts = astToString(nodes).match(wanted) ?? [];
// Kept out of the docs of the code: the API's own describe it.
const internal = '/** @internal */\n';
const text = `// Generated from spec/openapi.yaml by scripts/generate-operations.ts; do not edit.

${parts.map((part) => internal + part.replaceAll(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '')).join('\n')}`;

writeGenerated('product-operations.ts', text);

// The types are for tests of clients; the prose is in the SDK and in the docs.
function withoutProse(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, entry]) => !isProse(name, entry));
  return Object.fromEntries(kept.map(([name, entry]) => [name, withoutProse(entry)]));
}

// A property may well be called `description`: then its value is a schema.
function isProse(name: string, value: JsonValue): boolean {
  if (name === 'example' || (name === 'examples' && Array.isArray(value))) return true;
  return ['description', 'summary', 'title', 'format'].includes(name) && typeof value === 'string';
}
