import type { ProductClientOptions } from '@product/api-client';
import { expect, test } from 'vitest';
import { SkipClock } from '../faults/skip-clock.ts';
import { telemetryBench } from '../telemetry/telemetry-bench.ts';
import { kinds } from './credential-kinds.ts';
import { findLeak, showAll } from './find-leak.ts';
import { hostileAnswers } from './hostile-answers.ts';

type Answer = (secret: string) => Response | Promise<Response>;

/** A client that meets one hostile answer, whatever it asks. */
function hostile(answer: Answer, secret: string): ProductClientOptions {
  return {
    apiKey: undefined,
    fetch: async (request) =>
      request.url.endsWith('/oauth/token')
        ? Response.json({ access_token: secret, token_type: 'bearer', expires_in: 3600 })
        : answer(secret),
    clock: new SkipClock(),
    random: () => 0.5,
    timeoutMs: 20,
    retry: { maxAttempts: 2 },
  };
}

for (const { name, options, secrets } of kinds) {
  test(`no secret of ${name} is in a span or a measurement, whatever the server does`, async () => {
    const leaks: string[] = [];
    for (const { name: what, answer } of hostileAnswers) {
      const bench = telemetryBench({}, { ...hostile(answer, secrets[0] ?? ''), ...options() });
      await bench.client.tasks.get('task_1').catch(() => undefined);
      await bench.client.api
        .GET('/tasks/{task_id}', { params: { path: { task_id: 'a' } } })
        .catch(() => undefined);
      const spans = (await bench.spans()).map((span) => ({
        name: span.name,
        attributes: span.attributes,
        events: span.events,
        links: span.links,
        status: span.status,
      }));
      expect(spans.length).toBeGreaterThan(2);
      const part = findLeak(showAll([spans, await bench.durations()]), secrets);
      if (part) leaks.push(`${what}: ${part}`);
    }
    expect(leaks).toEqual([]);
  }, 120_000);
}
