import type { CallEvent } from '../events/events.ts';

/** A whole call, with all its waits and attempts. */
export interface TracedCall extends CallEvent {
  /** Tells this step from the other. */
  readonly kind: 'call';
  /** Absolute URL that the path is below, without a slash at its end. */
  readonly baseUrl: string;
}

/** One request of a call, from being sent until its answer is read. */
export interface TracedAttempt extends CallEvent {
  /** Tells this step from the other. */
  readonly kind: 'attempt';
  /** Absolute URL that the path is below, without a slash at its end. */
  readonly baseUrl: string;
  /** Number of the request within its call, from 1. */
  readonly attempt: number;
  /** Absolute URL of the request, without the credential. */
  readonly url: string;
  /**
   * Sets a header of the request, such as `traceparent`; only until the work has begun.
   *
   * @param name - Its name.
   * @param value - Its value.
   */
  setHeader(name: string, value: string): void;
}

/** What can be traced. */
export type TracedStep = TracedCall | TracedAttempt;

/**
 * Follows calls through a client: what `openTelemetry()` of the subpath `/opentelemetry` makes, or
 * anything of its shape.
 */
export interface Telemetry {
  /**
   * Does a step, and measures it.
   *
   * @remarks What it throws or rejects with itself harms no call; but the call waits for its promise.
   * @param step - The step. It holds no secret.
   * @param work - Does the step, once; gives the status of the answer, or rejects with the error.
   * @returns Settles when `work` has, and the measurement is over.
   */
  trace(step: TracedStep, work: () => Promise<number>): Promise<unknown>;
}
