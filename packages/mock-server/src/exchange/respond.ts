import type { JsonObject, JsonValue } from '@product/spec-model';
import { asOAuthError } from '../handlers/oauth-error.ts';
import { limitHeaders } from '../limits/limit-headers.ts';
import { fillErrorBody } from '../model/error-format.ts';
import { asText } from '../model/json-read.ts';
import { checkAnswer, type DraftAnswer } from './check-answer.ts';
import type { Exchange } from './exchange-state.ts';
import type { MockAnswer, MockReset } from './message.ts';
import { type Outcome, type ProblemFacts, problem } from './outcome.ts';

// A mock that runs for weeks must not grow for ever.
const maxViolations = 1000;

/** Writes the outcome out, and refuses to send what the document does not describe. */
export function respond(exchange: Exchange, outcome: Outcome): MockAnswer {
  const answer = writeAnswer(exchange, asOAuthError(exchange.operation, outcome));
  if (outcome.scripted !== undefined) return finish(exchange, answer);
  const fault = checkAnswer(exchange, answer);
  if (fault === undefined) return finish(exchange, answer);
  note(exchange, answer.status, fault);
  if (answer.status >= 400 && fault.startsWith('status ')) return finish(exchange, answer);
  const detail = `The mock refuses to send what the document does not describe: ${fault}.`;
  return finish(exchange, writeAnswer(exchange, internalError(detail)));
}

/** Ends an exchange whose caller has gone away during a scripted wait. */
export function giveUp({ core, replayName }: Exchange): MockReset {
  if (replayName !== undefined) core.replays.abandon(replayName);
  return { fault: 'reset' };
}

/** Answers for a mistake in the mock itself; its text stays inside. */
export function answerFailure(exchange: Exchange, error: unknown): MockAnswer {
  const { core, replayName } = exchange;
  if (replayName !== undefined) core.replays.abandon(replayName);
  note(exchange, 500, `the handler failed: ${error instanceof Error ? error.message : error}`);
  const detail = 'Something failed on our side. Try again, and quote the request id if it goes on.';
  return finish(exchange, writeAnswer(exchange, internalError(detail)));
}

function writeAnswer(exchange: Exchange, outcome: Outcome): DraftAnswer {
  const { core, reading, at } = exchange;
  const shown = showOutcome(exchange, outcome);
  const limits = reading && limitHeaders(reading, core.limitPolicy.headerWindow, at);
  const type = shown.contentType === undefined ? {} : { 'Content-Type': shown.contentType };
  return {
    status: outcome.status,
    headers: {
      ...type,
      ...limits,
      'X-Request-Id': exchange.requestId,
      Date: new Date(core.clock.now()).toUTCString(),
      ...shown.headers,
    },
    body: shown.text,
    data: shown.data,
  };
}

interface Shown {
  readonly data?: JsonObject[string] | undefined;
  readonly text: string | undefined;
  readonly contentType?: string;
  readonly headers: Outcome['headers'];
}

function showOutcome(exchange: Exchange, outcome: Outcome): Shown {
  const { scripted, problem: facts, body, headers } = outcome;
  if (scripted?.text !== undefined) {
    const { text, contentType } = scripted;
    return { text, headers, ...(contentType === undefined ? {} : { contentType }) };
  }
  if (facts !== undefined) {
    const [contentType, data] = errorDocument(exchange, outcome, facts);
    return { data, text: JSON.stringify(data), contentType, headers };
  }
  if (body === undefined) return { text: undefined, headers };
  return { data: body, text: JSON.stringify(body), contentType: 'application/json', headers };
}

function errorDocument(
  exchange: Exchange,
  { status }: Outcome,
  facts: ProblemFacts,
): readonly [string, JsonValue] {
  const { errorFormat: format } = exchange.core;
  if (format === undefined) {
    return ['application/problem+json', problemDocument(exchange, status, facts)];
  }
  const { code, reason = code, detail, members } = facts;
  const word = asText(format.codes[reason], asText(format.codes[code], reason));
  const values = { code: word, detail, status, request_id: exchange.requestId, ...members };
  return [format.contentType, fillErrorBody(format.body, values) ?? null];
}

function problemDocument(
  exchange: Exchange,
  status: number,
  { code, detail, members }: ProblemFacts,
): JsonObject {
  return {
    type: exchange.core.problemBase + code.replaceAll('_', '-'),
    title: titleOf(code),
    status,
    detail,
    instance: instanceOf(exchange.path),
    code,
    message: detail,
    request_id: exchange.requestId,
    ...members,
  };
}

// `invalid_api_key` → `Invalid API key`.
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ').replace(/\bapi\b/g, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// The path came from a stranger: only what a URI may hold is shown again (RFC 3986 §2).
function instanceOf(path: string): string {
  return path
    .slice(0, 500)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\w\-.~:/@!$&'()*+,;=%]/g, '_');
}

function internalError(detail: string): Outcome {
  return problem(500, { code: 'internal_error', detail });
}

function note({ core, operation, at }: Exchange, status: number, fault: string): void {
  if (core.violations.length >= maxViolations) core.violations.shift();
  core.violations.push({ at, operation: operation?.id ?? '', status, fault });
}

// No body with HEAD, 204 and 304 (RFC 9110 §6.4.1).
function finish({ request }: Exchange, { status, headers, body }: MockAnswer): MockAnswer {
  const silent = request.method === 'HEAD' || status === 204 || status === 304;
  return { status, headers, body: silent ? undefined : body };
}
