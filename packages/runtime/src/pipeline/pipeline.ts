import { authorize } from './authorize.ts';
import type { Next, Stage } from './call.ts';
import { deadline } from './deadline.ts';
import { gate } from './gate.ts';
import { identify } from './identify.ts';
import { observeAttempt, observeCall } from './observe.ts';
import { retry } from './retry.ts';
import { send } from './send.ts';
import { track } from './track.ts';

/** What happens to a call, outermost first. */
const stages: readonly Stage[] = [
  track, // what can end the call in whatever phase it is
  observeCall, // tells listeners and telemetry; free while there are none
  identify, // an idempotency key, kept across the attempts
  retry, // the only place that repeats anything
  gate, // waits until the rate limit has room, and learns from every answer
  authorize, // after the gate, so that a token is fresh when the wait ends
  observeAttempt, // the same for each attempt
  deadline, // a limit on the attempt, joined with the caller's signal
];

/** Sends a call through all stages. */
export const runCall: Next = stages.reduceRight<Next>(
  (next, stage) => (call) => stage(call, next),
  send,
);
