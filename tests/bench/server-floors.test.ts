/** What the herd divides by must be what its servers allow: a caller that wastes nothing reaches it. */
import { expect, test } from 'vitest';
import { servers } from '../../bench/servers/all-servers.ts';
import type { RateServer, Span } from '../../bench/servers/server.ts';

const starts = [1_000_000_000_000, 1_000_000_000_020, 1_000_000_001_999];

for (const [name, server] of Object.entries(servers)) {
  test.each(starts)(`${name}: 100 eager calls from %i on end at the floor`, (startAt) => {
    const granted = grantedAt(server, { startAt, endAt: startAt + 12_000 });
    expect(Math.abs((granted[99] ?? 0) - startAt - server.floorMs(100, startAt))).toBeLessThan(2);
  });

  test.each(starts)(`${name}: eager calls from %i on fill the capacity`, (startAt) => {
    for (const lengthMs of [100, 1980, 2000, 9980]) {
      const span = { startAt, endAt: startAt + lengthMs };
      expect(Math.abs(grantedAt(server, span).length - server.capacity(span))).toBeLessThan(2);
    }
  });
}

/** When a caller that tries anew each millisecond is let through. */
function grantedAt(server: RateServer, { startAt, endAt }: Span): number[] {
  const judge = server.open();
  const granted: number[] = [];
  for (let now = startAt; now < endAt; now += 1) {
    while (judge(now).allowed) granted.push(now);
  }
  return granted;
}
