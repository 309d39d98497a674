/**
 * Spans and metrics of a client's calls for OpenTelemetry; needs the package `@opentelemetry/api`.
 *
 * @packageDocumentation
 */

export type { CallEvent } from './events/events.ts';
export {
  type Injector,
  type OpenTelemetryOptions,
  openTelemetry,
} from './telemetry/open-telemetry.ts';
export type { Telemetry, TracedAttempt, TracedCall, TracedStep } from './telemetry/telemetry.ts';
