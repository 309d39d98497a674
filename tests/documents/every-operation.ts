import type { Mock, MockSnapshot } from '@product/mock-server';
import type { Json } from '../contract/open-document.ts';
import { createHarvest, type Harvest } from './harvest.ts';
import { type AnswerJudge, type Came, createAnswerJudge } from './judge-answer.ts';
import type { Asked, OpenDocument } from './open-document.ts';
import { type Written, writeCredentials, writeRequest } from './write-request.ts';

/** How the operations of a document were answered. */
export interface Report {
  readonly asked: number;
  /** Operations that were answered 2xx or 3xx at least once. */
  readonly carriedOut: number;
  /** Each answer that broke the document, with its operation. */
  readonly faults: readonly string[];
  /** Operations that were never carried out, with their last refusal. */
  readonly refused: readonly string[];
  /** Operations that the mock says are broken in the document. */
  readonly unusable: readonly string[];
  /** The longest that an answer took, in milliseconds of this process. */
  readonly slowestMs: number;
}

/** What is used of a mock, whatever operations it has. */
export type AnyMock = Pick<
  Mock,
  'baseUrl' | 'exchange' | 'fetch' | 'keys' | 'reset' | 'restore' | 'snapshot'
>;

/** What is asked, and of whom. */
export interface Asking {
  readonly document: OpenDocument;
  readonly mock: AnyMock;
  /** A credential that the mock takes. */
  readonly secret: string;
  /** Asks only every so-manieth operation, where a document is large. @defaultValue 1 */
  readonly every?: number;
}

const ORDER = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'TRACE', 'DELETE'];

/**
 * Asks every operation of a document, lists first and deletions last: once with a request in full,
 * once with the least that the document allows. Every answer is held against the document.
 */
export async function askEveryOperation(asking: Asking): Promise<Report> {
  const { document, mock, every = 1 } = asking;
  const judge = createAnswerJudge(document);
  const harvest = createHarvest();
  const tally = createTally();
  const chosen = [...document.operations].sort(byTurn).filter((_, at) => at % every === 0);
  let kept: MockSnapshot | undefined;
  const startOver = (): boolean => {
    if (kept !== undefined) mock.restore(kept);
    return kept !== undefined;
  };
  for (const asked of chosen) {
    if (!isRead(asked)) kept ??= mock.snapshot();
    for (const least of [false, true]) {
      if (asked.method === 'DELETE' && least) continue; // it is gone
      await askOnce({ ...asking, harvest, judge, tally, startOver }, { asked, least });
    }
  }
  return tally.report(chosen.length);
}

function isRead({ method }: Asked): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function byTurn(one: Asked, other: Asked): number {
  const turn = ORDER.indexOf(one.method) - ORDER.indexOf(other.method);
  if (turn !== 0) return turn;
  const depth = depthOf(one) - depthOf(other);
  return one.method === 'DELETE' ? -depth : depth;
}

function depthOf({ path }: Asked): number {
  return path.split('/').length + 10 * path.split('{').length;
}

interface Ground extends Asking {
  readonly harvest: Harvest;
  readonly judge: AnswerJudge;
  readonly tally: Tally;
  /** Goes back to the state after the lists were read, whose rows may be gone or renamed. */
  readonly startOver: () => boolean;
}

async function askOnce(
  { document, mock, secret, harvest, judge, tally, startOver }: Ground,
  { asked, least }: { readonly asked: Asked; readonly least: boolean },
): Promise<void> {
  const written = writeRequest(document, asked, { find: harvest.find, least });
  const { headers, query } = writeCredentials(document, asked, secret);
  const request = { ...written, headers: { ...written.headers, ...headers } };
  const full = { ...request, path: withQuery(written.path, query) };
  const first = await send(mock, asked.method, full);
  const isGone = [401, 403, 404].includes(first.status);
  const came = isGone && startOver() ? await send(mock, asked.method, full) : first;
  if (came.ms > tally.slowestMs) tally.slowestMs = came.ms;
  const isSuccess = came.status < 400;
  tally.note(asked, { came, fault: judge(asked, came) });
  if (isSuccess && (asked.method === 'GET' || asked.method === 'POST')) {
    const body = parsed(came.text);
    if (body !== undefined) harvest.keep(asked.path, body);
  }
}

function withQuery(path: string, pairs: readonly (readonly [string, string])[]): string {
  const text = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  if (text === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

async function send(
  mock: AnyMock,
  method: string,
  { path, headers, body }: Written,
): Promise<Came & { readonly ms: number }> {
  const { user: before, system } = process.cpuUsage();
  const init = {
    method,
    headers,
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
  };
  const response = await mock.fetch(mock.baseUrl + path, init);
  const text = await response.text();
  const spent = process.cpuUsage();
  const ms = (spent.user + spent.system - before - system) / 1000;
  return { status: response.status, headers: response.headers, text, ms };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Tally {
  slowestMs: number;
  note(asked: Asked, answer: { readonly came: Came; readonly fault: string | undefined }): void;
  report(asked: number): Report;
}

function createTally(): Tally {
  const faults: string[] = [];
  const unusable = new Set<string>();
  const refusals = new Map<string, string>();
  const carriedOut = new Set<string>();
  return {
    slowestMs: 0,
    note({ method, path }, { came, fault }) {
      const name = `${method} ${path}`;
      if (came.status === 501 && came.text.includes('unusable_operation')) unusable.add(name);
      else if (fault !== undefined) faults.push(`${name}: ${fault}`);
      if (came.status < 400) carriedOut.add(name);
      else refusals.set(name, `${name}: ${came.status} ${came.text.slice(0, 250)}`);
    },
    report(asked) {
      const refused = [...refusals].filter(([name]) => !carriedOut.has(name));
      return {
        asked,
        carriedOut: carriedOut.size,
        faults,
        refused: refused.map(([, line]) => line),
        unusable: [...unusable],
        slowestMs: this.slowestMs,
      };
    },
  };
}
