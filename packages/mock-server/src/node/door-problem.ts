import type { MockAnswer } from '../exchange/message.ts';

/** A refusal by the HTTP door itself, before or instead of the mock. */
export interface DoorProblem {
  /** 400 to 599. */
  readonly status: number;
  /** The stable code, in snake case. */
  readonly code: string;
  /** What is wrong and what to do, for people. */
  readonly message: string;
}

/** A problem document for a request that the mock itself never sees. */
export function doorProblem({ status, code, message }: DoorProblem): MockAnswer {
  const words = code.replaceAll('_', ' ');
  const requestId = `req_${crypto.randomUUID().replaceAll('-', '')}`;
  const problem = {
    type: 'about:blank',
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    detail: message,
    code,
    message,
    request_id: requestId,
  };
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId },
    body: JSON.stringify(problem),
  };
}
