/** A server on loopback that refuses nothing, in a process of its own; it tells its port. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { quotaOpen } from '../servers/open-quota.ts';

const body = JSON.stringify({ id: 'task_1', title: 'x'.repeat(250), status: 'open' });
const headers = { 'Content-Type': 'application/json', ...quotaOpen };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
// A server that listens on a port has an address of this shape.
process.send?.((server.address() as AddressInfo).port);
