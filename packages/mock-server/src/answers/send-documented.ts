import { type Outcome, problem } from '../exchange/outcome.ts';
import { codeOfStatus } from '../exchange/status-code.ts';
import type { Call } from '../handlers/handler.ts';
import { makeAnswer } from '../handlers/rows/show/make-answer.ts';
import type { Operation } from '../model/operation.ts';
import { contentFor } from './accept.ts';
import { documentedExample, exampleBody } from './example.ts';

/**
 * Answers what the document shows of a success: its example, else a body made of what was sent, else
 * a made one.
 *
 * @remarks For operations that neither name a behaviour nor belong to a collection.
 */
export function sendDocumented(call: Call): Outcome {
  const { core, operation, request } = call;
  const status = statusOf(operation);
  const content = operation.responseFor(status)?.content ?? [];
  const chosen = contentFor(request, content);
  if (status >= 400 && (chosen === undefined || chosen.content.examples.length === 0)) {
    const known = operation.api.responses.map((response) => response.status).join(', ');
    const detail = `The document describes no success here, only ${known}.`;
    return problem(status, { code: codeOfStatus(status), detail });
  }
  const isShown = chosen === undefined || documentedExample(core, chosen.content) !== undefined;
  const made = isShown || status >= 400 ? undefined : makeAnswer(call);
  const body = made ?? (chosen && exampleBody(core, operation, chosen.content));
  return { status, ...(body === undefined ? {} : { body }) };
}

// An operation that the document knows to fail only does so.
function statusOf({ successStatus, api, responseFor }: Operation): number {
  if (responseFor(successStatus) !== undefined) return successStatus;
  const failures = api.responses.filter(({ status }) => /^[45]/.test(status));
  const statuses = failures.map(({ status }) => Number(status.replace(/XX$/, '00')));
  return statuses.length === 0 ? successStatus : Math.min(...statuses);
}
