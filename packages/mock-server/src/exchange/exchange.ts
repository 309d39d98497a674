import { logRequest } from '../keys/log-request.ts';
import { authenticate } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { disturb } from './disturb.ts';
import { type Exchange, type Ground, openExchange } from './exchange-state.ts';
import { handle } from './handle.ts';
import { limit } from './limit.ts';
import { match } from './match.ts';
import type { MockRequest, MockResponse } from './message.ts';
import type { Outcome, Reset } from './outcome.ts';
import { replay } from './replay.ts';
import { answerFailure, giveUp, respond } from './respond.ts';
import { validate } from './validate.ts';

/** One step of the way: nothing to go on, an outcome to stop. */
export type Stage = (
  exchange: Exchange,
) => Outcome | Reset | undefined | Promise<Outcome | Reset | undefined>;

/** The way of a request, in order. The first outcome ends it; `respond` writes it out. */
const stages: readonly Stage[] = [
  disturb, //      scripted faults
  match, //        else 400, 404, 405
  authenticate, // else 401
  limit, //        else 429
  authorize, //    else 403
  validate, //     else 400, 413, 415, 422
  prepare, //      what is preferred, else 406, 412
  replay, //       the kept answer, 409, 422
  handle, //       the state
];

/**
 * Answers one request. Never rejects: a mistake in the mock is a 500 that shows nothing of it.
 *
 * @param ground - The mock, and what its operations can do.
 * @param request - As a door took it.
 */
export async function exchange(ground: Ground, request: MockRequest): Promise<MockResponse> {
  ground.core.clock.catchUp();
  const state = openExchange(ground, request);
  const answered = answer(state);
  const response = answered instanceof Promise ? await answered : answered;
  logForKey(state, response);
  ground.core.log.record({ at: state.at, operation: state.operation?.id, request, response });
  return response;
}

// What the caller's own key did is told to its owner, where the policy has such a log.
function logForKey(
  { core, caller, operation, at, path, request, requestId }: Exchange,
  response: MockResponse,
): void {
  if (caller?.key === undefined || 'fault' in response) return;
  const { method } = request;
  const apiType = operation?.apiType ?? null;
  const facts = { id: requestId, at, method, path, status: response.status, apiType };
  logRequest(core.keyPolicy, caller.key, facts);
}

// Only a wait makes a stage asynchronous; all else runs in one turn, so requests do not interleave.
function answer(state: Exchange): MockResponse | Promise<MockResponse> {
  try {
    const outcome = walk(state, 0);
    if (!(outcome instanceof Promise)) return end(state, outcome);
    return outcome
      .then((settled) => end(state, settled))
      .catch((error: unknown) => endFailure(state, error));
  } catch (error) {
    return endFailure(state, error);
  }
}

function end(state: Exchange, outcome: Outcome | Reset): MockResponse {
  return outcome === 'reset' ? { fault: 'reset' } : respond(state, outcome);
}

function endFailure(state: Exchange, error: unknown): MockResponse {
  if (state.request.signal?.aborted === true) return giveUp(state);
  return answerFailure(state, error);
}

// Only the answers to documents that were not written for the mock look at more than the request's own rights.
function prepare(state: Exchange): Outcome | undefined {
  return state.answers?.prepare(state);
}

function walk(state: Exchange, from: number): Outcome | Reset | Promise<Outcome | Reset> {
  for (let at = from; at < stages.length; at += 1) {
    const outcome = stages[at]?.(state);
    if (outcome instanceof Promise) {
      return outcome.then((settled) => settled ?? walk(state, at + 1));
    }
    if (outcome !== undefined) return outcome;
  }
  throw new Error('cannot end the exchange: no stage gave an outcome.');
}
