import { context, metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { telemetryBench } from './telemetry-bench.ts';

beforeEach(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});

afterEach(() => context.disable());

const server = {
  'server.address': 'api.example.com',
  'server.port': 443,
  'url.scheme': 'https',
};
const get = {
  ...server,
  'http.request.method': 'GET',
  'url.full': 'https://api.example.com/v1/tasks/task_missing',
  'url.template': '/v1/tasks/{task_id}',
};

test('each attempt is a client span, within the span of its call', async () => {
  const { client, mock, spans } = telemetryBench();
  mock.faults.add({ operation: 'tasks.get', status: 503, times: 1 });
  await client.tasks.get('task_missing').catch(() => undefined);
  const [first, second, call] = await spans();
  expect(shape(first)).toEqual({
    name: 'GET /v1/tasks/{task_id}',
    kind: SpanKind.CLIENT,
    status: { code: SpanStatusCode.ERROR },
    attributes: { ...get, 'http.response.status_code': 503, 'error.type': '503' },
  });
  expect(shape(second)).toEqual({
    name: 'GET /v1/tasks/{task_id}',
    kind: SpanKind.CLIENT,
    status: { code: SpanStatusCode.ERROR },
    attributes: {
      ...{ ...get, 'http.request.resend_count': 1 },
      ...{ 'http.response.status_code': 404, 'error.type': '404' },
    },
  });
  expect(shape(call)).toEqual({
    name: 'tasks.get',
    kind: SpanKind.INTERNAL,
    status: { code: SpanStatusCode.ERROR },
    attributes: {
      ...{ 'api.operation': 'tasks.get', 'api.call_id': expect.any(String) },
      ...{ 'url.template': '/v1/tasks/{task_id}' },
      ...{ 'http.response.status_code': 404, 'error.type': '404' },
    },
  });
  expect([first, second].map(parentOf)).toEqual([call, call].map(idOf));
});

test('a success has no error, and its status stays unset', async () => {
  const { client, spans } = telemetryBench();
  await client.tasks.list({ limit: 1 });
  const ended = await spans();
  expect(ended.map(({ status }) => status.code)).toEqual([0, 0]);
  for (const { attributes } of ended) expect(attributes).not.toHaveProperty('error.type');
});

test('the trace goes to the server with each attempt, under the id of its own span', async () => {
  const { client, mock, spans, sent } = telemetryBench();
  mock.faults.add({ operation: 'tasks.list', status: 503, times: 1 });
  await client.tasks.list();
  const [first, second] = await spans();
  const parents = sent.map((headers) => headers.get('traceparent'));
  expect(parents).toEqual([first, second].map((span) => `00-${traceOf(span)}-${idOf(span)}-01`));
});

test('the span of the application is the parent of the call, and the attempt of what fetch does', async () => {
  const bench = telemetryBench();
  const tracer = bench.tracerProvider.getTracer('test');
  const inFetch: (string | undefined)[] = [];
  const client = bench.client.withOptions({
    fetch: (request, init) => {
      inFetch.push(trace.getActiveSpan()?.spanContext().spanId);
      return bench.mock.fetch(request, init);
    },
  });
  const own = tracer.startSpan('own');
  await context.with(trace.setSpan(context.active(), own), () => client.tasks.list());
  const [attempt, call] = await bench.spans();
  expect(parentOf(call)).toBe(own.spanContext().spanId);
  expect(inFetch).toEqual([idOf(attempt)]);
});

test('calls at the same time keep their attempts apart', async () => {
  const { client, spans } = telemetryBench();
  await Promise.all([client.tasks.list(), client.projects.list(), client.users.me()]);
  const ended = await spans();
  const calls = ended.filter(({ kind }) => kind === SpanKind.INTERNAL);
  const attempts = ended.filter(({ kind }) => kind === SpanKind.CLIENT);
  const traces = attempts.map((span) => [parentOf(span), span.attributes['url.template']]);
  expect(new Set(traces.map(String))).toEqual(
    new Set(calls.map((span) => String([idOf(span), span.attributes['url.template']]))),
  );
});

test('a call that is over is forgotten', async () => {
  const { telemetry, spans } = telemetryBench();
  const facts = { callId: 'a', operation: 'users.me', method: 'GET', path: '/users/me' } as const;
  const step = { ...facts, baseUrl: 'https://api.example.com/v1' };
  const attempt = { attempt: 1, url: `${step.baseUrl}/users/me`, setHeader: () => undefined };
  await telemetry.trace({ kind: 'call', ...step }, async () => 200);
  await telemetry.trace({ kind: 'attempt', ...step, ...attempt }, async () => 200);
  expect((await spans()).map(parentOf)).toEqual([undefined, undefined]);
});

test('without a context manager an attempt still belongs to its call', async () => {
  context.disable();
  const { client, spans } = telemetryBench();
  await client.tasks.list();
  const [attempt, call] = await spans();
  expect(parentOf(attempt)).toBe(idOf(call));
});

const lost = [
  { title: 'a lost connection', error: new TypeError('fetch failed'), want: 'connection_failed' },
  { title: 'a redirect', answer: { status: 302 }, want: 'redirect_refused' },
];

test.each(lost)(
  '$title has the code of the error for its type',
  async ({ error, answer, want }) => {
    const fetch = async () => {
      if (error) throw error;
      return new Response(null, answer);
    };
    const { client, spans, durations } = telemetryBench({}, { fetch, retry: { maxAttempts: 1 } });
    await client.tasks.list().catch(() => undefined);
    const ended = await spans();
    expect(ended.map(({ attributes }) => attributes['error.type'])).toEqual([want, want]);
    expect((await durations())[0]?.attributes).toMatchObject({ 'error.type': want });
  },
);

test('an SDK that is registered after the client was made gets its spans and durations', async () => {
  const { client, spans, durations, tracerProvider, meterProvider } = telemetryBench({
    ...{ tracerProvider: undefined, meterProvider: undefined },
  });
  await client.users.me();
  trace.setGlobalTracerProvider(tracerProvider);
  metrics.setGlobalMeterProvider(meterProvider);
  await client.users.me().finally(() => {
    trace.disable();
    metrics.disable();
  });
  expect(await spans()).toHaveLength(2);
  expect((await durations())[0]?.value).toMatchObject({ count: 1 });
});

test('attempts are measured in seconds, without waits, in the buckets of the conventions', async () => {
  const bench = telemetryBench();
  const client = bench.client.withOptions({
    fetch: (request, init) => {
      bench.mock.clock.advance({ ms: 60 });
      return bench.mock.fetch(request, init);
    },
  });
  bench.mock.faults.add({ operation: 'tasks.list', status: 503, times: 1, retryAfter: 5 });
  await client.tasks.list();
  const points = await bench.durations();
  const { 'url.full': _, ...series } = { ...get, 'url.template': '/v1/tasks' };
  expect(points.map(({ attributes }) => attributes)).toEqual([
    { ...series, 'http.response.status_code': 503, 'error.type': '503' },
    { ...series, 'http.response.status_code': 200 },
  ]);
  expect(points[0]?.value).toMatchObject({
    ...{ count: 1, sum: 0.06 },
    buckets: { boundaries: expect.arrayContaining([0.005, 0.075, 10]) },
  });
});

const choices = [
  { options: { callSpans: false }, want: ['GET /v1/tasks'], injected: true },
  { options: { attemptSpans: false }, want: ['tasks.list'], injected: false },
  { options: { callSpans: false, attemptSpans: false }, want: [], injected: false },
];

test.each(choices)('$options leaves the spans $want', async ({ options, want, injected }) => {
  const { client, spans, sent } = telemetryBench(options);
  await client.tasks.list();
  expect((await spans()).map(({ name }) => name)).toEqual(want);
  expect(sent[0]?.has('traceparent')).toBe(injected);
});

test('neither the key nor any header or body shows in a span', async () => {
  const { client, spans, durations, sent } = telemetryBench();
  await client.tasks.create({ title: 'hunter2' });
  await client.tasks.get('hunter3').catch(() => undefined);
  const shown = (await spans()).map(({ attributes, events, links, status, resource }) => ({
    ...{ attributes, events, links, status, resource: resource.attributes },
  }));
  const text = JSON.stringify([shown, await durations()]);
  expect(text).not.toContain(sent[0]?.get('authorization')?.slice(-6));
  expect(text).not.toContain('hunter2');
  expect(text).toContain('/v1/tasks/hunter3');
});

function shape(span: ReadableSpan | undefined) {
  return {
    name: span?.name,
    kind: span?.kind,
    status: span?.status,
    attributes: span?.attributes,
  };
}

function idOf(span: ReadableSpan | undefined) {
  return span?.spanContext().spanId;
}

function traceOf(span: ReadableSpan | undefined) {
  return span?.spanContext().traceId;
}

function parentOf(span: ReadableSpan | undefined) {
  return span?.parentSpanContext?.spanId;
}
