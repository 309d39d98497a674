import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type Served, trackUnderWay } from './under-way.ts';

async function open() {
  const server = createServer();
  const underWay = trackUnderWay(server);
  const came: Served[] = [];
  server.on('request', (request, response) => {
    underWay.begin({ request, response });
    came.push({ request, response });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a TCP port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const send = async (count: number): Promise<void> => {
    client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(count));
    while (came.length < count) await once(server, 'request');
  };
  const end = async (at: number): Promise<void> => {
    const response = came[at]?.response;
    if (response === undefined) throw new Error('cannot end the answer: no such request came.');
    response.end('ok');
    await once(response, 'close');
  };
  return { underWay, came, send, end, client, server };
}

it('a request is under way until its answer has left', async () => {
  const { underWay, came, send, end } = await open();
  expect(underWay.list()).toEqual([]);
  await send(1);
  expect(underWay.list()).toEqual(came);
  await end(0);
  expect(underWay.list()).toEqual([]);
});

it('a client that does not wait for answers has several requests under way', async () => {
  const { underWay, came, send, end } = await open();
  await send(3);
  expect(underWay.list()).toEqual(came);
  await end(0);
  expect(underWay.list()).toEqual(came.slice(1));
});

it('a connection that is gone has nothing under way', async () => {
  const { underWay, send, client, came } = await open();
  await send(1);
  client.destroy();
  await once(came[0]?.request.socket ?? client, 'close');
  expect(underWay.list()).toEqual([]);
});
