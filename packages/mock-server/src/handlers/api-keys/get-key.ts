import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { keyOutcome, namedKey } from './key-access.ts';

/** Answers one key, without its secret. */
export function getKey(call: Call): Outcome {
  const found = namedKey(call);
  return 'missing' in found ? found.missing : keyOutcome(call, found.key);
}
