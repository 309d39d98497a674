/** One process of callers: gets ready, waits for the start, makes its calls, reports. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../clients/client.ts';
import { loadClient } from '../clients/load-client.ts';
import type { Order, Report } from './order.ts';

// The parent writes it; both sides share the type.
const order = JSON.parse(process.argv[2] ?? '') as Order;
const client = await loadClient(order.client);
const call = await client.connect(order.target);

const go = once(process, 'message');
process.send?.('ready');
const [startAt] = await go;

const seen = { succeeded: 0, failed: 0, settledMs: 0, failure: '' };
const calls = Promise.all(order.startsMs.map((startMs) => makeCall(call, startAt + startMs)));
await Promise.race([calls, sleep(startAt + order.limitMs - Date.now())]);

const { succeeded, failed, failure } = seen;
const unsettled = order.startsMs.length - succeeded - failed;
const settledMs = unsettled === 0 ? seen.settledMs : order.limitMs;
const report: Report = { succeeded, settledMs, ...(failure !== '' && { failure }) };
// As a process that ends by itself would, it lets go out what it has said last.
process.send?.(report, () => setTimeout(() => process.exit(), 100));

async function makeCall(call: Call, callAt: number): Promise<void> {
  await sleep(Math.max(0, callAt - Date.now()));
  try {
    await call();
    seen.succeeded += 1;
  } catch (error) {
    seen.failed += 1;
    if (seen.failure === '') seen.failure = String(error).split('\n')[0]?.slice(0, 120) ?? '';
  }
  seen.settledMs = Date.now() - startAt;
}
