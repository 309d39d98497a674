import type { Outcome } from '../../exchange/outcome.ts';
import { keyStatus } from '../../keys/key-record.ts';
import { asNumber, asObject } from '../../model/json-read.ts';
import type { Call } from '../handler.ts';
import { conflict, keyOutcome, namedKey, refuseEscalation, tellAboutKey } from './key-access.ts';

/** Gives a key another secret and shows it, this once; the old one works until the grace ends. */
export function rotateKey(call: Call): Outcome {
  const { core, now, input } = call;
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  const status = keyStatus(key, now);
  if (status !== 'active') {
    return conflict(`Only an active key can be rotated; this one is ${status}.`);
  }
  const refusal = refuseEscalation(call, key);
  if (refusal !== undefined) return refusal;
  const asked = asNumber(asObject(input.body)['grace_period_seconds'], 0);
  const graceSeconds = Math.min(asked, core.keyPolicy.maxGraceSeconds);
  const secret = core.keys.rotate(key, now + graceSeconds * 1000);
  tellAboutKey(call, key);
  return keyOutcome(call, key, secret);
}
