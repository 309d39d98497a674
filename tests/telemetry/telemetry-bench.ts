import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { type ClientOptions, ProductClient, type Telemetry } from '@product/api-client';
import { type OpenTelemetryOptions, openTelemetry } from '@product/api-client/opentelemetry';
import { createMock, type Mock } from '@product/mock-server';

/** A client on a mock, with a real SDK of OpenTelemetry that keeps what it exports. */
export interface TelemetryBench {
  readonly client: ProductClient;
  readonly mock: Mock;
  readonly tracerProvider: TracerProvider;
  readonly meterProvider: MeterProvider;
  readonly telemetry: Telemetry;
  /** Headers of each request, in order. */
  readonly sent: Headers[];
  /** Spans in the order in which they ended. */
  spans(): Promise<ReadableSpan[]>;
  /** Points of the histogram of durations. */
  durations(): Promise<DurationPoint[]>;
}

/** One series of the histogram. */
export interface DurationPoint {
  readonly attributes: object;
  readonly value: unknown;
}

/**
 * Sets up a client with telemetry on a mock in virtual time.
 *
 * @param bridge - Options of the bridge.
 * @param options - Options of the client.
 */
export function telemetryBench(
  bridge: OpenTelemetryOptions = {},
  options: ClientOptions = {},
): TelemetryBench {
  const spanExporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter: spanExporter })];
  const tracerProvider = new TracerProvider({ spanProcessors });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  const sent: Headers[] = [];
  const fetch = (request: Request, init?: RequestInit): Promise<Response> => {
    sent.push(new Headers(request.headers));
    return mock.fetch(request, init);
  };
  const telemetry = openTelemetry({
    tracerProvider,
    meterProvider,
    propagator: new W3CTraceContextPropagator(),
    now: () => mock.clock.now(),
    ...bridge,
  });
  const client = new ProductClient({
    apiKey: key.secret,
    clock: mock.clock,
    fetch,
    telemetry,
    ...options,
  });
  return {
    client,
    mock,
    tracerProvider,
    meterProvider,
    telemetry,
    sent,
    async spans() {
      await tracerProvider.forceFlush();
      return spanExporter.getFinishedSpans();
    },
    async durations() {
      await meterProvider.forceFlush();
      const [metric] = metricExporter.getMetrics().at(-1)?.scopeMetrics[0]?.metrics ?? [];
      return metric?.descriptor.name === 'http.client.request.duration'
        ? [...metric.dataPoints]
        : [];
    },
  };
}
