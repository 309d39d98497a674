import {
  type Context,
  context,
  type Histogram,
  type MeterProvider,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapSetter,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import {
  errorTypeOf,
  type Outcome,
  outcomeAttributes,
  sharedAttributes,
  spanAttributes,
  templateOf,
} from './http-attributes.ts';
import type { Telemetry, TracedAttempt, TracedCall } from './telemetry.ts';

const SCOPE = '@product/client-runtime';

/** Bounds that the semantic conventions ask for, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** The part of a propagator that is used. */
export interface Injector {
  /**
   * Writes headers.
   *
   * @param context - Holds the span of the attempt.
   * @param attempt - Takes the headers.
   * @param setter - Sets one.
   */
  inject(context: Context, attempt: TracedAttempt, setter: TextMapSetter<TracedAttempt>): void;
}

/** How calls are traced and measured. */
export interface OpenTelemetryOptions {
  /**
   * Makes the spans.
   *
   * @defaultValue the one that is registered globally
   */
  readonly tracerProvider?: TracerProvider | undefined;
  /**
   * Makes the histogram.
   *
   * @defaultValue the one that is registered globally
   */
  readonly meterProvider?: MeterProvider | undefined;
  /**
   * Writes the headers that carry the trace to the server, such as `traceparent`.
   *
   * @defaultValue the one that is registered globally
   */
  readonly propagator?: Injector | undefined;
  /**
   * Whether each call has a span of its own around its attempts, named after its operation: it shows
   * the waits between them.
   *
   * @defaultValue true
   */
  readonly callSpans?: boolean | undefined;
  /**
   * Whether each attempt has a span and is measured. Say `false` where an instrumentation of `fetch` or
   * undici does the same.
   *
   * @defaultValue true
   */
  readonly attemptSpans?: boolean | undefined;
  /**
   * Where durations come from, in milliseconds.
   *
   * @defaultValue `performance.now`
   */
  readonly now?: (() => number) | undefined;
}

/**
 * Makes a client's calls visible to OpenTelemetry, by the semantic conventions for HTTP clients: a span
 * of kind `CLIENT` for each attempt, the histogram `http.client.request.duration`, and the trace's
 * headers on each request.
 *
 * @remarks No span holds a header or a body; the URL is shown without secrets.
 * @param options - How calls are traced and measured.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 * @example
 * ```ts
 * const telemetry = openTelemetry(); // an option of the client
 * ```
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Telemetry {
  const { callSpans = true, attemptSpans = true } = options;
  const tools = openTools(options);
  return {
    trace(step, work) {
      if (step.kind === 'call') return callSpans ? traceCall(tools, step, work) : work();
      return attemptSpans ? traceAttempt(tools, step, work) : work();
    },
  };
}

type Work = () => Promise<number>;

interface Tools {
  /** The tracer. */
  readonly tracer: () => Tracer;
  /** The histogram of durations. */
  readonly histogram: () => Histogram;
  /** Writes the headers that carry the trace. */
  readonly propagator: Injector;
  /** Where durations come from. */
  readonly now: () => number;
  /** Leads from an attempt to its call where there is no context manager, as in browsers. */
  readonly calls: Map<string, Context>;
}

/** Looked up when they are needed: an application may register its SDK after it has made its client. */
function openTools(options: OpenTelemetryOptions): Tools {
  let histogram: Histogram | undefined;
  let madeBy: MeterProvider | undefined;
  return {
    tracer: () => (options.tracerProvider ?? trace).getTracer(SCOPE),
    histogram() {
      const provider = options.meterProvider ?? metrics.getMeterProvider();
      if (!histogram || provider !== madeBy) {
        madeBy = provider;
        histogram = provider.getMeter(SCOPE).createHistogram('http.client.request.duration', {
          description: 'Duration of HTTP client requests.',
          unit: 's',
          advice: { explicitBucketBoundaries: BOUNDS },
        });
      }
      return histogram;
    },
    propagator: options.propagator ?? propagation,
    now: options.now ?? (() => performance.now()),
    calls: new Map(),
  };
}

async function traceCall(tools: Tools, call: TracedCall, work: Work): Promise<void> {
  const { callId, operation } = call;
  const attributes = {
    'api.operation': operation,
    'api.call_id': callId,
    'url.template': templateOf(call),
  };
  const span = tools.tracer().startSpan(operation, { kind: SpanKind.INTERNAL, attributes });
  const inside = trace.setSpan(context.active(), span);
  tools.calls.set(callId, inside);
  finish(span, await outcomeOf(inside, work));
  tools.calls.delete(callId);
}

async function traceAttempt(tools: Tools, attempt: TracedAttempt, work: Work): Promise<void> {
  const shared = sharedAttributes(attempt);
  const method = shared['http.request.method'];
  const name = `${method === '_OTHER' ? 'HTTP' : method} ${shared['url.template']}`;
  const attributes = { ...shared, ...spanAttributes(attempt) };
  const parent = tools.calls.get(attempt.callId) ?? context.active();
  const span = tools.tracer().startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
  const inside = trace.setSpan(parent, span);
  tools.propagator.inject(inside, attempt, {
    set: (to, header, value) => to.setHeader(header, value),
  });
  const startedAt = tools.now();
  const outcome = await outcomeOf(inside, work);
  const seconds = (tools.now() - startedAt) / 1000;
  tools.histogram().record(seconds, { ...shared, ...outcomeAttributes(outcome) }, inside);
  finish(span, outcome);
}

async function outcomeOf(inside: Context, work: Work): Promise<Outcome> {
  try {
    return { status: await context.with(inside, work) };
  } catch (error) {
    return { error };
  }
}

function finish(span: Span, outcome: Outcome): void {
  span.setAttributes(outcomeAttributes(outcome));
  if (errorTypeOf(outcome) !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
