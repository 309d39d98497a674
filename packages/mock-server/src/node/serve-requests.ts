import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isControl } from '../control/control.ts';
import type { MockResponse } from '../exchange/message.ts';
import { answerRequest, type Door } from './answer-request.ts';
import { doorProblem } from './door-problem.ts';
import { bodyFits } from './read-body.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { trackUnderWay, type UnderWay } from './under-way.ts';
import { writeAnswer } from './write-answer.ts';

/** One request, served. */
export interface ServedRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** What was answered; 0 for a connection that was broken off. */
  readonly status: number;
  /** From the end of the request's head to the answer, in milliseconds. */
  readonly durationMs: number;
}

/**
 * Makes a server answer every request through the door.
 *
 * @param server - Not listening yet.
 * @param door - What answers.
 * @param report - Called after each answer; requests to `/__mock` are left out.
 */
export function serveRequests(
  server: Server,
  door: Door,
  report: ((request: ServedRequest) => void) | undefined,
): UnderWay {
  const underWay = trackUnderWay(server);
  const endOfTurn = createEndOfTurn();
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    underWay.begin({ request, response });
    const served = serveOne({ door, endOfTurn }, request, response);
    if (report === undefined) return;
    served.then((done) => {
      if (done !== undefined && !isControl(done.path)) report(done);
    });
  };
  server.on('request', serve);
  server.on('checkContinue', (request, response) => {
    // Otherwise the refusal comes at once, and Node closes the connection behind it.
    if (bodyFits(request, door.maxBodyBytes)) response.writeContinue();
    serve(request, response);
  });
  server.on('clientError', refuseMalformed);
  return underWay;
}

/**
 * Waits until every request that came in the same turn of the event loop is answered.
 *
 * @remarks Answers that are written in a row wake their readers once; one by one, each write would
 * wake one, and that costs more than the answer does.
 */
function createEndOfTurn(): () => Promise<void> {
  let turn: Promise<void> | undefined;
  return () => {
    turn ??= new Promise((resolve) => {
      setImmediate(() => {
        turn = undefined;
        resolve();
      });
    });
    return turn;
  };
}

async function serveOne(
  { door, endOfTurn }: { readonly door: Door; readonly endOfTurn: () => Promise<void> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServedRequest | undefined> {
  const startMs = performance.now();
  const answer = await answerRequest(door, request, response).catch(unexpected);
  await endOfTurn();
  if (response.destroyed) return undefined;
  const status = writeOrExcuse(response, answer);
  const durationMs = performance.now() - startMs;
  return { method: request.method ?? '', path: request.url ?? '', status, durationMs };
}

// A script may ask for what HTTP cannot carry, such as a header with a line break.
function writeOrExcuse(response: ServerResponse, answer: MockResponse): number {
  try {
    return writeAnswer(response, answer);
  } catch {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return writeAnswer(response, unexpected());
  }
}

function unexpected(): MockResponse {
  const message = 'cannot answer the request: the mock has a fault of its own. Please report it.';
  return doorProblem({ status: 500, code: 'internal_error', message });
}
