import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject, JsonValue } from './api-model.ts';
import { atStart } from './document-error.ts';
import { asUrl, type DocumentSource, type FileRules } from './document-source.ts';
import { isObject } from './json-reader.ts';

/** A document as it was parsed, before anything is known about it. */
export interface ReadSource {
  readonly parsed: JsonObject;
  /** Absolute path or URL; `<document>` when an object was given. */
  readonly file: string;
}

const IN_MEMORY = '<document>';

/**
 * Reads and parses a document, and sees that it is OpenAPI or Swagger of some version.
 *
 * @remarks JSON is parsed by the platform; the parser that knows YAML is loaded only for the rest.
 *
 * @throws A {@link DocumentError} with code `unreadable`, `syntax` or `not-openapi`.
 */
export async function readSource(given: DocumentSource, rules: FileRules): Promise<ReadSource> {
  const source = asUrl(given);
  const { parsed, file } =
    typeof source === 'object' && !(source instanceof URL)
      ? { parsed: copyOf(source), file: IN_MEMORY }
      : ((await readJson(source, rules)) ?? (await readYaml(source, rules)));
  const reason = refuse(parsed);
  if (reason === undefined && isObject(parsed)) return { parsed: withVersion(parsed), file };
  throw atStart(file, 'not-openapi', reason ?? 'it is no object');
}

interface Parsed {
  readonly parsed: JsonValue | undefined;
  readonly file: string;
}

/** Nothing that the caller changes later, and nothing that JSON does not have. */
function copyOf(source: object): JsonValue | undefined {
  try {
    const text = JSON.stringify(source) as string | undefined; // a toJSON may give nothing
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    const reason = 'the object is cyclic or too deep. Give it with its $refs unresolved';
    throw atStart(IN_MEMORY, 'unreadable', reason);
  }
}

async function readJson(source: string | URL, { onFile }: FileRules): Promise<Parsed | undefined> {
  if (source instanceof URL && source.protocol !== 'file:') return undefined;
  const file = source instanceof URL ? fileURLToPath(source) : resolve(source);
  // Who is missing, a folder or remote is told by the reader of everything else.
  const text = await readFile(file, 'utf8').catch(() => '');
  if (!/^\uFEFF?\s*[{[]/.test(text)) return undefined;
  onFile?.(file);
  try {
    return { parsed: JSON.parse(text.replace(/^\uFEFF/, '')), file };
  } catch {
    return undefined; // braces of YAML, or a mistake whose place that parser names
  }
}

async function readYaml(source: string | URL, rules: FileRules): Promise<Parsed> {
  if (/^https?:/i.test(String(source)) && rules.allowRemote !== true) {
    const reason =
      'it is remote, and nothing is fetched unless that is allowed. Allow it (--allow-remote, allowRemote: true), or download it';
    throw atStart(String(source), 'unreadable', reason);
  }
  const [{ isEndless, parseSource }, { LocalResolver }] = await Promise.all([
    import('./parse-source.ts'),
    import('./local-resolver.ts'),
  ]);
  const { parsed, source: text } = await parseSource(source, IN_MEMORY, new LocalResolver(rules));
  const file = text.absoluteRef;
  if (typeof parsed === 'object' && parsed !== null && isEndless(parsed)) {
    const reason = 'its YAML aliases stand for too much, or for themselves. Use $ref';
    throw atStart(file, 'not-openapi', reason);
  }
  return { parsed: parsed as JsonValue, file }; // parsed from YAML, so plain data
}

function refuse(parsed: JsonValue | undefined): string | undefined {
  if (!isObject(parsed)) return 'an OpenAPI document is an object with a member openapi or swagger';
  const { openapi, swagger } = parsed;
  if (openapi === undefined && swagger === undefined) {
    return 'the member openapi (or swagger) is missing. Give an OpenAPI document';
  }
  const isKnown = openapi === undefined ? /^2/.test(String(swagger)) : /^3/.test(String(openapi));
  return isKnown ? undefined : 'only Swagger 2.0 and OpenAPI 3 are known';
}

/** With the version as text: YAML reads `openapi: 3.0` as the number 3. */
function withVersion(parsed: JsonObject): JsonObject {
  const { openapi, swagger, ...rest } = parsed;
  if (typeof (openapi ?? swagger) === 'string') return parsed;
  const text = String(openapi ?? swagger);
  const version = text.includes('.') ? text : `${text}.0`;
  return openapi === undefined ? { swagger: version, ...rest } : { openapi: version, ...rest };
}
