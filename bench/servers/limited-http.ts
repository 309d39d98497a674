import { createServer, type Server, type ServerResponse } from 'node:http';
import { latencyMs, type Verdict } from './server.ts';

/** One request as it was judged. */
export interface Judged {
  readonly at: number;
  readonly allowed: boolean;
}

const answer = JSON.stringify({ id: 'task_1', title: 'Ship it', status: 'open' });
const refusal = { code: 'rate_limited', status: 429, title: 'Too many requests' };
// Octokit's throttling repeats a 429 that names the wait only if its message has these words in it.
const message = 'You have exceeded a secondary rate limit';
// stripe takes an answer for an error by this member alone, whatever its status.
const error = { type: 'rate_limit_error', message: refusal.title };

/** Serves one limiter over HTTP: every path and method is a call. */
export function serveLimited(judge: (now: number) => Verdict, journal: Judged[]): Server {
  return createServer((request, response) => {
    const at = Date.now();
    const verdict = judge(at);
    journal.push({ at, allowed: verdict.allowed });
    request.resume();
    setTimeout(() => reply(response, verdict), latencyMs);
  });
}

function reply(response: ServerResponse, { allowed, headers }: Verdict): void {
  const type = allowed ? 'application/json' : 'application/problem+json';
  response.writeHead(allowed ? 200 : 429, { ...headers, 'Content-Type': type });
  const body = 'Retry-After' in headers ? { ...refusal, error, message } : { ...refusal, error };
  response.end(allowed ? answer : JSON.stringify(body));
}
