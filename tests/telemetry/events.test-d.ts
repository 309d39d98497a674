import type { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { TracerProvider } from '@opentelemetry/sdk-trace';
import type {
  AttemptEvent,
  CallEndEvent,
  ClientEvent,
  DeprecatedEvent,
  ErrorKind,
  EventOfCall,
  Logger,
  ProductClientOptions,
  RetryReason,
} from '@product/api-client';
import { pinoLogger } from '@product/api-client';
import { type OpenTelemetryOptions, openTelemetry } from '@product/api-client/opentelemetry';
import type { Logger as Pino } from 'pino';
import { assertType, expectTypeOf } from 'vitest';

declare const event: ClientEvent;
declare const pino: Pino;
declare const tracerProvider: TracerProvider;
declare const meterProvider: MeterProvider;
declare const propagator: W3CTraceContextPropagator;

// `type` narrows to one event, with nothing left of the others.
switch (event.type) {
  case 'call-start':
  case 'token-request':
  case 'attempt-start':
  case 'attempt':
  case 'retry':
  case 'wait':
  case 'rate-limited':
  case 'auth-failure':
  case 'deprecated':
  case 'call-end':
    expectTypeOf(event).toEqualTypeOf<EventOfCall>();
    expectTypeOf(event.callId).toEqualTypeOf<string>();
    break;
  case 'rate-limit-low':
    expectTypeOf(event.remaining).toEqualTypeOf<number>();
    expectTypeOf(event).not.toHaveProperty('callId');
    break;
  case 'rate-limit-store':
    expectTypeOf(event.state).toEqualTypeOf<'lost' | 'back'>();
    break;
  case 'mode-mismatch':
    expectTypeOf(event.urlMode).toEqualTypeOf<string>();
    break;
  default:
    // A new kind of event has to be named above.
    expectTypeOf(event).toBeNever();
}

if (event.type === 'attempt') {
  expectTypeOf(event).toEqualTypeOf<AttemptEvent>();
  expectTypeOf(event.status).toEqualTypeOf<number | undefined>();
  expectTypeOf(event.reason).toEqualTypeOf<RetryReason>();
}
if (event.type === 'auth-failure') expectTypeOf(event.status).toEqualTypeOf<401 | 403>();
if (event.type === 'deprecated') {
  expectTypeOf(event).toEqualTypeOf<DeprecatedEvent>();
  expectTypeOf(event.sunsetAt).toEqualTypeOf<number | undefined>();
}
if (event.type === 'call-end') {
  expectTypeOf(event).toEqualTypeOf<CallEndEvent>();
  expectTypeOf(event.error?.kind).toEqualTypeOf<ErrorKind | undefined>();
}

// What applications have at hand fits the options.
expectTypeOf(console).toExtend<Logger>();
expectTypeOf(pinoLogger(pino)).toEqualTypeOf<Logger>();
assertType<ProductClientOptions>({ telemetry: openTelemetry(), onEvent: async () => undefined });
assertType<OpenTelemetryOptions>({ tracerProvider, meterProvider, propagator });
