import type { ApiContent, ApiResponse } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';
import { codeOfStatus } from '../exchange/status-code.ts';
import type { Operation } from '../model/operation.ts';
import { createRandom } from '../random/random.ts';
import { type Chosen, contentFor } from './accept.ts';
import { documentedExample, exampleBody, madeBody } from './example.ts';
import { fitError } from './fit-error.ts';
import { hashOf } from './hash-of.ts';
import { appliedPreference, type Preference } from './prefer.ts';
import { statusWords } from './status-words.ts';
import { writtenAs } from './write-body.ts';

/**
 * Answers what the client prefers: a status that the operation documents, an example by its name, a
 * freshly made body. The state is neither read nor changed.
 *
 * @remarks As with Prism, only a request without faults gets so far, and a preference that cannot be
 * honoured is a 404 that says what there is. A named example is sent even if it contradicts its
 * schema: it is asked for by name.
 */
export function playPreference(
  exchange: Exchange,
  operation: Operation,
  preference: Preference,
): Outcome {
  const { code = String(operation.successStatus), example } = preference;
  const status = /^[2-5]\d\d$/.test(code) ? Number(code) : undefined;
  const response = status === undefined ? undefined : operation.responseFor(status);
  if (status === undefined || response === undefined) return unknownCode(operation, code);
  const chosen = chooseExample(exchange, response, example);
  if (chosen === undefined) return unknownExample(response, String(example));
  const headers = { 'Preference-Applied': appliedPreference(preference) };
  if (chosen === 'nothing') return { status, headers, checked: true };
  const wanted = { operation, chosen, preference };
  const body = status >= 400 ? failureBody(exchange, wanted) : bodyOf(exchange, wanted);
  if (body === undefined && status >= 400) {
    const facts = { code: codeOfStatus(status), detail: statusWords(exchange, status) };
    return { ...fitError(exchange, { status, headers }, facts), status };
  }
  const { core } = exchange;
  const { schema } = chosen.content;
  const draft = { schemas: core.schemas, schema, data: body };
  return { status, headers, ...writtenAs(chosen.mediaType, draft), checked: true };
}

function chooseExample(
  { request }: Exchange,
  { content }: ApiResponse,
  name: string | undefined,
): Chosen<ApiContent> | 'nothing' | undefined {
  if (name === undefined) return contentFor(request, content) ?? 'nothing';
  const having = content.filter(({ examples }) => examples.some((each) => each.name === name));
  return contentFor(request, having);
}

interface Wanted {
  readonly operation: Operation;
  readonly chosen: Chosen<ApiContent>;
  readonly preference: Preference;
}

// A failure says what a real one would, unless the document shows one or a made one is asked for.
function failureBody(exchange: Exchange, wanted: Wanted): Outcome['body'] | undefined {
  const { example, dynamic, seed } = wanted.preference;
  const isPlain = example === undefined && dynamic !== true && seed === undefined;
  if (!isPlain) return bodyOf(exchange, wanted);
  return documentedExample(exchange.core, wanted.chosen.content);
}

function bodyOf(
  { core }: Exchange,
  { operation, chosen, preference }: Wanted,
): Outcome['body'] | undefined {
  const { content } = chosen;
  const { example, dynamic, seed } = preference;
  if (example !== undefined) return content.examples.find(({ name }) => name === example)?.value;
  if (dynamic !== true && seed === undefined) return exampleBody(core, operation, content);
  const random = seed === undefined ? {} : { random: createRandom(hashOf(seed)) };
  return madeBody(core, content, { ...random, examples: dynamic !== true });
}

function unknownCode({ api }: Operation, code: string): Outcome {
  const known = api.responses.map(({ status }) => status);
  return unknownPreference(`status ${JSON.stringify(code.slice(0, 100))}`, known);
}

function unknownExample({ content }: ApiResponse, name: string): Outcome {
  const known = content.flatMap(({ examples }) => examples.map((example) => example.name));
  return unknownPreference(`example ${JSON.stringify(name.slice(0, 100))}`, [...new Set(known)]);
}

function unknownPreference(what: string, known: readonly string[]): Outcome {
  const there = known.length === 0 ? 'none' : known.join(', ');
  const detail = `The document has no ${what} here. It has ${there}.`;
  return problem(404, { code: 'unknown_preference', detail, members: { known }, own: true });
}
