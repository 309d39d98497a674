/**
 * Spans and metrics of the client's calls for OpenTelemetry; needs the package `@opentelemetry/api`.
 *
 * @packageDocumentation
 */

export {
  type CallEvent,
  type Injector,
  type OpenTelemetryOptions,
  openTelemetry,
  type Telemetry,
  type TracedAttempt,
  type TracedCall,
  type TracedStep,
} from '@product/client-runtime/opentelemetry';
