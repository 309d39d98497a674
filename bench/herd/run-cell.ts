import type { Target } from '../clients/client.ts';
import { Child } from '../processes/child.ts';
import { servers } from '../servers/all-servers.ts';
import type { Judged } from '../servers/limited-http.ts';
import { nextWindowAt } from '../servers/window-grid.ts';
import type { CellResult, NamedCell } from './cell.ts';
import { judgeCell } from './judge-cell.ts';
import type { Report } from './order.ts';
import { ordersOf } from './orders-of.ts';
import { type SharedRedis, startSharedRedis } from './shared-redis.ts';
import { strike } from './strike.ts';

const serverProcess = new URL('./server-process.ts', import.meta.url);
const clientProcess = new URL('./client-process.ts', import.meta.url);

/** The calls start this long after a window does, so that all of them are in it. */
const afterEdgeMs = 20;

/** Runs one cell in processes of its own, and gives what came of it. */
export async function runCell(cell: NamedCell): Promise<CellResult> {
  const redis = cell.client === 'ours-redis' ? await startSharedRedis() : undefined;
  const server = new Child(serverProcess, cell.server);
  try {
    const baseUrl = `http://127.0.0.1:${await server.next()}/v1`;
    const target = redis === undefined ? { baseUrl } : { baseUrl, redisUrl: redis.url };
    return await callFrom(cell, { server, target, redis });
  } finally {
    server.kill();
    await redis?.stop();
  }
}

interface Scene {
  readonly server: Child;
  readonly target: Target;
  readonly redis: SharedRedis | undefined;
}

async function callFrom(cell: NamedCell, { server, target, redis }: Scene): Promise<CellResult> {
  const orders = ordersOf(cell, target);
  const children = orders.map((order) => new Child(clientProcess, JSON.stringify(order)));
  try {
    await allReady(children);
    const startAt = nextWindowAt(Date.now() + afterEdgeMs) + afterEdgeMs;
    for (const child of children) child.send(startAt);
    const struck = strike({ fault: cell.fault, startAt, children, redis });
    // The other side sends exactly these; both sides share the types.
    const reports = (await Promise.all(children.map((child) => child.next()))) as Report[];
    await struck;
    server.send('journal');
    const journal = (await server.next()) as Judged[]; // see above
    const seen = { startAt, orders, reports, journal };
    return { ...cell, ...judgeCell({ ...seen, load: cell.load, server: servers[cell.server] }) };
  } finally {
    for (const child of children) child.kill();
  }
}

async function allReady(children: readonly Child[]): Promise<void> {
  for (const child of children) {
    if ((await child.next()) === undefined)
      throw new Error('its process ended before it was ready');
  }
}
