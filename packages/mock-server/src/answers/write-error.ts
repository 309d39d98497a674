import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Exchange } from '../exchange/exchange-state.ts';
import type { Outcome, ProblemFacts } from '../exchange/outcome.ts';
import { problemDocument } from '../exchange/problem-document.ts';
import { isObject } from '../model/json-read.ts';
import type { ErrorContent } from './error-content.ts';
import type { ErrorFacts } from './error-facts.ts';
import { documentedExample } from './example.ts';
import { fillError } from './fill-error.ts';
import { makeValue } from './make-value.ts';
import { concreteType, kindOf } from './media-type.ts';
import { writtenAs } from './write-body.ts';

/**
 * The body of an error in one of the forms that the document has.
 *
 * @returns Absent when the form can tell nothing of it, and is not that of this very status.
 */
export function writeError(
  exchange: Exchange,
  { content, isOwn }: ErrorContent,
  { facts, known }: { readonly facts: ProblemFacts; readonly known: ErrorFacts },
): Pick<Outcome, 'body' | 'written'> | undefined {
  const { core } = exchange;
  const { schema } = content;
  const mediaType = concreteType(content.mediaType);
  const kind = kindOf(mediaType);
  if (kind === 'text') return { written: { mediaType, payload: known.detail } };
  if (kind === 'html') return { written: { mediaType, payload: errorPage(known) } };
  const problem = problemBody(exchange, content, { facts, known });
  if (problem !== undefined) return { body: problem, written: { mediaType } };
  const example = documentedExample(core, content);
  const data = fillError(core, schema ?? openSchema(example), {
    facts: known,
    example: isOwn ? example : undefined,
  });
  // A documented body that has no room for what went wrong is still what the client reads.
  const told = data ?? (isOwn ? (example ?? madeError(core, schema)) : undefined);
  return told === undefined
    ? undefined
    : writtenAs(mediaType, { schemas: core.schemas, schema, data: told });
}

// What RFC 9457 says, where the document's own form of it takes that.
function problemBody(
  exchange: Exchange,
  content: ErrorContent['content'],
  { facts, known }: { readonly facts: ProblemFacts; readonly known: ErrorFacts },
): JsonValue | undefined {
  const mediaType = concreteType(content.mediaType);
  if (!/\bproblem\+/.test(mediaType) || kindOf(mediaType) !== 'json') return undefined;
  const problem = problemDocument(exchange, known.status, facts);
  const { schema } = content;
  const words = schema === undefined ? {} : fillError(exchange.core, schema, { facts: known });
  const tries = [withWords(problem, isObject(words) ? words : {}), problem];
  return tries.find((body) => accepts(exchange, content, body));
}

// Of each fault, a schema may have other members than the mock tells.
function withWords(problem: JsonObject, words: JsonObject): JsonObject {
  const faults = problem['errors'];
  const told = words['errors'];
  if (!Array.isArray(faults) || !Array.isArray(told)) return problem;
  const errors = faults.map((fault: JsonValue, at) => {
    const own = told[at];
    return isObject(own) && isObject(fault) ? { ...own, ...fault } : fault;
  });
  return { ...problem, errors };
}

function madeError(core: Core, schema: JsonSchema | undefined): JsonValue | undefined {
  const made = schema === undefined ? undefined : makeValue(core, schema);
  const isRight =
    made !== undefined && core.validators.check(schema ?? true, made, 'response').length === 0;
  return isRight ? made : undefined;
}

// The sentence may quote what a stranger sent.
function errorPage({ title, detail }: ErrorFacts): string {
  const text = detail.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<!doctype html><title>${title}</title><p>${text}</p>\n`;
}

function accepts(
  { core }: Exchange,
  { schema }: ErrorContent['content'],
  body: JsonValue,
): boolean {
  return schema === undefined || core.validators.check(schema, body, 'response').length === 0;
}

// Where only an example shows what errors look like, its members are the schema.
function openSchema(example: JsonValue | undefined): JsonObject {
  if (!isObject(example)) return {};
  const names = Object.keys(example);
  const properties = names.map((name): [string, JsonValue] => [
    name,
    shapeOf(example[name] ?? null),
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function shapeOf(value: JsonValue): JsonValue {
  if (isObject(value)) return openSchema(value);
  if (Array.isArray(value)) return { type: 'array', items: shapeOf(value[0] ?? {}) };
  return value === null ? {} : { type: typeof value };
}
