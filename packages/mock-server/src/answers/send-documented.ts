import { type Outcome, problem } from '../exchange/outcome.ts';
import { codeOfStatus } from '../exchange/status-code.ts';
import type { Call } from '../handlers/handler.ts';
import type { Operation } from '../model/operation.ts';
import { contentFor } from './accept.ts';
import { exampleBody } from './example.ts';

/**
 * Answers what the document shows of a success: its example, else a made body.
 *
 * @remarks For operations that neither name a behaviour nor belong to a collection.
 */
export function sendDocumented({ core, operation, request }: Call): Outcome {
  const status = statusOf(operation);
  const content = operation.responseFor(status)?.content ?? [];
  const chosen = contentFor(request, content);
  if (status >= 400 && (chosen === undefined || chosen.content.examples.length === 0)) {
    const known = operation.api.responses.map((response) => response.status).join(', ');
    const detail = `The document describes no success here, only ${known}.`;
    return problem(status, { code: codeOfStatus(status), detail });
  }
  const body = chosen && exampleBody(core, operation, chosen.content);
  return { status, ...(body === undefined ? {} : { body }) };
}

// An operation that the document knows to fail only does so.
function statusOf({ successStatus, api, responseFor }: Operation): number {
  if (responseFor(successStatus) !== undefined) return successStatus;
  const failures = api.responses.filter(({ status }) => /^[45]/.test(status));
  const statuses = failures.map(({ status }) => Number(status.replace(/XX$/, '00')));
  return statuses.length === 0 ? successStatus : Math.min(...statuses);
}
