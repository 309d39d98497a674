import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMockFromSpec } from '@product/mock-server/spec';
import { expect, test } from 'vitest';
import { type Document, hostile, hostileRows } from './hostile-documents.ts';

/** The statuses of a list, a creation and an item, in turn. */
async function statusesOf(document: Document, body: unknown): Promise<readonly number[]> {
  // A document with faults is what this is about; its type would be that of a sound one.
  const mock = await createMockFromSpec(JSON.parse(JSON.stringify(document)), {
    ...{ seed: 1, security: 'off' },
  });
  const post = {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json' },
  };
  const statuses: number[] = [];
  for (const [path, init] of [['/a'], ['/a', post], ['/a/x']] as const) {
    const response = await mock.fetch(mock.baseUrl + path, init);
    await response.text();
    statuses.push(response.status);
  }
  return statuses;
}

const maxSeconds = 2;
const maxBytes = 512 * 2 ** 20;

test.each(hostileRows)(
  '36 hostile spec, $fault: served or 501 with the place, within 2 s and 512 MB',
  async ({ document, body = { id: 'x' } }) => {
    const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss };
    const statuses = await statusesOf(document, body);
    const { user, system } = process.cpuUsage(before.cpu);
    expect((user + system) / 1e6).toBeLessThan(maxSeconds);
    expect(process.memoryUsage().rss - before.rss).toBeLessThan(maxBytes);
    for (const status of statuses) expect([200, 404, 422, 501]).toContain(status);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

test('36 hostile spec, nested without end: refused with a pointer', async () => {
  let schema: object = {};
  for (let at = 0; at < 5000; at++) schema = { allOf: [schema] };
  await expect(createMockFromSpec({ ...hostile({ schema }) } as never)).rejects.toMatchObject({
    ...{ kind: 'document', problems: [{ pointer: '#/' }] },
  });
});

test('36 hostile spec, remote $ref: no network', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // What listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  const schema = { $ref: `http://127.0.0.1:${port}/schema.json` };
  expect(await statusesOf(hostile({ schema }), {})).toEqual([501, 501, 501]);
  server.close();
  expect(asked).toBe(0);
});
