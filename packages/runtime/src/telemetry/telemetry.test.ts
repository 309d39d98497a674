import { expect, test } from 'vitest';
import { query } from '../credentials/query.ts';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';
import type { Telemetry, TracedStep } from './telemetry.ts';

/** Telemetry that keeps each step and what came of it. */
function recorder() {
  const steps: TracedStep[] = [];
  const outcomes: unknown[] = [];
  const telemetry: Telemetry = {
    async trace(step, work) {
      steps.push(step);
      if (step.kind === 'attempt') step.setHeader('traceparent', `trace-${step.attempt}`);
      outcomes.push(await work().catch((error: { code: string }) => error.code));
    },
  };
  return { steps, outcomes, telemetry };
}

test('a call is traced around its attempts, and each attempt carries its own headers', async () => {
  const { steps, outcomes, telemetry } = recorder();
  const { client, clock, seen } = bench([() => problem(503), () => ok()], { telemetry });
  expect(await clock.run(client.get('a'))).toEqual({ id: 'task_1' });
  expect(outcomes).toEqual([503, 200, 200]);
  expect(seen.map(({ headers }) => headers.get('traceparent'))).toEqual(['trace-1', 'trace-2']);
  const call = {
    ...{ callId: expect.any(String), operation: 'tasks.get', method: 'GET' },
    ...{ path: '/tasks/{task_id}', baseUrl: 'https://api.example.com/v1' },
  };
  const attempt = {
    ...{ kind: 'attempt', ...call, url: 'https://api.example.com/v1/tasks/a' },
    setHeader: expect.any(Function),
  };
  expect(steps).toEqual([
    { kind: 'call', ...call },
    { ...attempt, attempt: 1 },
    { ...attempt, attempt: 2 },
  ]);
  expect(new Set(steps.map(({ callId }) => callId)).size).toBe(1);
});

test('a key in the query is masked in the URL of every attempt', async () => {
  const { steps, telemetry } = recorder();
  const options = { auth: query('key', KEY), apiKey: undefined, telemetry };
  const { client, clock, seen } = bench([() => problem(503), () => ok()], options);
  await clock.run(client.get('a'));
  expect(seen[1]?.line).toContain(KEY);
  const urls = steps.map((step) => (step.kind === 'attempt' ? step.url : ''));
  const shown = 'https://api.example.com/v1/tasks/a?key=[secret]';
  expect(urls).toEqual(['', shown, shown]);
});

test('a failure is traced by the error that is thrown, and thrown all the same', async () => {
  const { outcomes, telemetry } = recorder();
  const { client, clock } = bench([() => new TypeError('fetch failed')], {
    telemetry,
    retry: { maxAttempts: 1 },
  });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ kind: 'connection' });
  expect(outcomes).toEqual(['connection_failed', 'connection_failed']);
});

const broken: { title: string; trace: Telemetry['trace'] }[] = [
  {
    title: 'throws',
    trace: () => {
      throw new Error('no exporter');
    },
  },
  { title: 'rejects', trace: async () => Promise.reject(new Error('no exporter')) },
  { title: 'never does the work', trace: async () => undefined },
  { title: 'does the work twice', trace: async (_step, work) => [await work(), await work()] },
];

test.each(broken)('telemetry that $title harms no call', async ({ trace }) => {
  const { client, clock, seen } = bench([() => ok()], { telemetry: { trace } });
  expect(await clock.run(client.get('a'))).toEqual({ id: 'task_1' });
  expect(seen).toHaveLength(1);
});
