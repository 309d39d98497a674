import type { JsonValue } from '@product/spec-model';
import { httpDate } from '../clock/instant.ts';
import { asOAuthError } from '../handlers/oauth-error.ts';
import { limitHeaders } from '../limits/limit-headers.ts';
import { fillErrorBody } from '../model/error-format.ts';
import { asText } from '../model/json-read.ts';
import { bodyless, checkAnswer, type DraftAnswer } from './check-answer.ts';
import type { Exchange } from './exchange-state.ts';
import type { MockAnswer, MockReset } from './message.ts';
import { type Outcome, type ProblemFacts, problem, unusableOperation } from './outcome.ts';
import { problemDocument } from './problem-document.ts';

// A mock that runs for weeks must not grow for ever.
const maxViolations = 1000;

/** Writes the outcome out, and refuses to send what the document does not describe. */
export function respond(exchange: Exchange, outcome: Outcome): MockAnswer {
  const fitted = fitOutcome(exchange, outcome);
  const answer = writeAnswer(exchange, fitted);
  if (outcome.scripted !== undefined || fitted.checked) return finish(exchange, answer);
  const fault = checkAnswer(exchange, answer);
  if (fault === undefined) return finish(exchange, answer);
  note(exchange, answer.status, fault);
  if (answer.status >= 400 && fault.startsWith('status ')) return finish(exchange, answer);
  const mended = exchange.answers?.mend(exchange, fitted, fault);
  if (mended !== undefined) return finish(exchange, writeAnswer(exchange, mended));
  const detail = `The mock refuses to send what the document does not describe: ${fault}.`;
  return finish(exchange, writeAnswer(exchange, internalError(detail)));
}

/** The outcome in the document's terms. */
export function fitOutcome(exchange: Exchange, outcome: Outcome): Outcome {
  const told = asOAuthError(exchange.operation, outcome);
  return exchange.answers?.fit(exchange, told) ?? told;
}

/** Ends an exchange whose caller has gone away during a scripted wait. */
export function giveUp({ core, replayName }: Exchange): MockReset {
  if (replayName !== undefined) core.replays.abandon(replayName);
  return { fault: 'reset' };
}

/** Answers for a mistake in the mock itself; its text stays inside. One in the document is told. */
export function answerFailure(exchange: Exchange, error: unknown): MockAnswer {
  const { core, replayName } = exchange;
  if (replayName !== undefined) core.replays.abandon(replayName);
  const unusable = exchange.answers?.faultOf(exchange, error);
  if (unusable !== undefined) {
    note(exchange, 501, unusable.message);
    return finish(exchange, writeAnswer(exchange, unusableOperation([unusable])));
  }
  note(exchange, 500, `the handler failed: ${error instanceof Error ? error.message : error}`);
  const detail = 'Something failed on our side. Try again, and quote the request id if it goes on.';
  return finish(exchange, writeAnswer(exchange, internalError(detail)));
}

function writeAnswer(exchange: Exchange, outcome: Outcome): DraftAnswer {
  const { core, reading, at } = exchange;
  const shown = showOutcome(exchange, outcome);
  const limits = reading && limitHeaders(reading, core.limitPolicy.headerWindow, at);
  const headers: { [name: string]: string } = {};
  if (shown.contentType !== undefined) headers['Content-Type'] = shown.contentType;
  if (limits !== undefined) Object.assign(headers, limits);
  headers['X-Request-Id'] = exchange.requestId;
  headers['Date'] = httpDate(core.clock.now());
  if (shown.headers !== undefined) Object.assign(headers, shown.headers);
  const { status, scripted } = outcome;
  const isComplete = scripted !== undefined || exchange.answers === undefined;
  return {
    status,
    headers: isComplete ? headers : exchange.answers.complete(exchange, status, headers),
    body: shown.text,
    data: shown.data,
  };
}

interface Shown {
  readonly data?: JsonValue | undefined;
  readonly text: MockAnswer['body'];
  readonly contentType?: string;
  readonly headers: Outcome['headers'];
}

/** The body of an outcome, as data and as text. */
export function showOutcome(exchange: Exchange, outcome: Outcome): Shown {
  const { scripted, problem: facts, body, headers, written } = outcome;
  if (scripted?.text !== undefined) {
    const { text, contentType } = scripted;
    return { text, headers, ...(contentType === undefined ? {} : { contentType }) };
  }
  if (facts !== undefined) {
    const [contentType, data] = errorDocument(exchange, outcome, facts);
    return { data, text: JSON.stringify(data), contentType, headers };
  }
  const { mediaType: contentType = 'application/json', payload } = written ?? {};
  if (payload !== undefined) return { data: body, text: payload, contentType, headers };
  if (body === undefined) return { text: undefined, headers };
  return { data: body, text: JSON.stringify(body), contentType, headers };
}

function errorDocument(
  exchange: Exchange,
  { status }: Outcome,
  facts: ProblemFacts,
): readonly [string, JsonValue] {
  const { errorFormat: format } = exchange.core;
  if (format === undefined || facts.own === true) {
    return ['application/problem+json', problemDocument(exchange, status, facts)];
  }
  const { code, reason = code, detail, members } = facts;
  const word = asText(format.codes[reason], asText(format.codes[code], reason));
  const values = { code: word, detail, status, request_id: exchange.requestId, ...members };
  return [format.contentType, fillErrorBody(format.body, values) ?? null];
}

function internalError(detail: string): Outcome {
  return problem(500, { code: 'internal_error', detail });
}

function note({ core, operation, at }: Exchange, status: number, fault: string): void {
  if (core.violations.length >= maxViolations) core.violations.shift();
  core.violations.push({ at, operation: operation?.id ?? '', status, fault });
}

// No body with HEAD, 204, 205 and 304 (RFC 9110 §6.4.1, §15.3.6).
function finish({ request }: Exchange, { status, headers, body }: MockAnswer): MockAnswer {
  const silent = request.method === 'HEAD' || bodyless.includes(status);
  return { status, headers, body: silent ? undefined : body };
}
