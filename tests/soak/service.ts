/**
 * The service of a soak, in a process of its own so that the heap that is watched is the client's.
 * Tells its parent where it is, and ends when the parent hangs up.
 */
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { createDraw } from '../chaos/draw.ts';
import { faultKinds, startFaultyProxy } from '../chaos/faulty-proxy.ts';

/** Where the service is. */
export interface ServiceAddress {
  readonly url: string;
  readonly apiKey: string;
}

const share = 0.01;
const quotas = { hour: 100_000_000, minute: 100_000_000 };

const mock = createMock({ seed: 1, plans: { enterprise: quotas } });
const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
const service = await listen(mock, { port: 0 });
const draw = createDraw(1);
const proxy = await startFaultyProxy({
  target: service.url,
  // One draw decides: each fault has a hundredth of the line, and beyond the last there is none.
  nextFault: () => faultKinds[Math.floor(draw() / share)],
});
const address: ServiceAddress = { url: proxy.url, apiKey: key.secret };
process.send?.(address);
process.once('disconnect', async () => {
  await proxy.close();
  await service.close();
  // Node 24 has been seen to turn for ever in its own clean-up after thousands of reset sockets.
  process.exit();
});
