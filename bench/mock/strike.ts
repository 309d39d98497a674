import autocannon from 'autocannon';
import type { Course } from './course.ts';
import type { RunningServer } from './running-server.ts';

/** What one strike counted. */
export interface Struck {
  readonly perSecond: number;
  /** Answers that were no 2xx, and requests without one. */
  readonly failed: number;
}

/** Connections that ask at once. */
export const connections = 32;

const authorization = 'Bearer sk_test_mock_bench';

/** Where a server has the course's collection. */
export function collectionUrl({ contender, port }: RunningServer, course: Course): string {
  const base = contender.hasBasePath ? course.basePath : '';
  return `http://127.0.0.1:${port}${base}${course.collection}`;
}

/** Posts one row and gives its address; servers that remember nothing take any id. */
export async function makeItem(server: RunningServer, course: Course): Promise<string> {
  const url = collectionUrl(server, course);
  const headers = { authorization, 'content-type': course.contentType };
  const response = await fetch(url, { method: 'POST', headers, body: course.body });
  const row: unknown = await response.json().catch(() => ({}));
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '1';
  return `${url}/${encodeURIComponent(id)}`;
}

/** Asks for one row, again and again. */
export function strikeGet(url: string, seconds: number): Promise<Struck> {
  return strike({ url, method: 'GET', headers: { authorization } }, seconds);
}

/** Posts a row, again and again. */
export function strikePost(url: string, course: Course, seconds: number): Promise<Struck> {
  const headers = { authorization, 'content-type': course.contentType };
  return strike({ url, method: 'POST', headers, body: course.body }, seconds);
}

async function strike(request: Parameters<typeof autocannon>[0], seconds: number): Promise<Struck> {
  const found = await autocannon({ ...request, connections, duration: seconds });
  const { non2xx, errors, requests } = found;
  return { perSecond: requests.average, failed: non2xx + errors };
}
