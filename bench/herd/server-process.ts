/** One server in a process of its own: tells its port, serves, and tells what it judged when asked. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isServerName, servers } from '../servers/all-servers.ts';
import { type Judged, serveLimited } from '../servers/limited-http.ts';

const name = process.argv[2] ?? '';
if (!isServerName(name)) throw new Error(`cannot serve '${name}': there is no such server.`);

const journal: Judged[] = [];
const server = serveLimited(servers[name].open(), journal);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
// A server that listens on a port has an address of this shape.
process.send?.((server.address() as AddressInfo).port);
process.on('message', () => process.send?.(journal));
