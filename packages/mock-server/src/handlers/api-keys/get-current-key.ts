import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { keyOutcome, managerOf } from './key-access.ts';

/** Answers the key that asks, or the key behind the access token that asks. */
export function getCurrentKey(call: Call): Outcome {
  return keyOutcome(call, managerOf(call).key);
}
