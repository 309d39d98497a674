import { invalid, type Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { expiryFields, readAskedExpiry } from './read-expiry.ts';
import type { SentFields } from './sent-fields.ts';

/** A 422 with a finer reason, at the field that is to blame. */
function refuse(reason: string, pointer: string, message: string): Outcome {
  const outcome = invalid([{ pointer, code: reason, message }]);
  return outcome.problem === undefined
    ? outcome
    : { ...outcome, problem: { ...outcome.problem, reason } };
}

/** A 422 when a key would end when the policy does not let it. */
export function refuseExpiry({ core, now }: Call, fields: SentFields): Outcome | undefined {
  const { required, maxSeconds, presetsDays } = core.keyPolicy.expiry;
  const asked = readAskedExpiry(fields, now);
  const pointer = asked?.field.pointer ?? '';
  const isTwice = asked?.presetDays !== undefined && fields.get('expires_at')?.value != null;
  if (isTwice) return refuse('expiry_required', pointer, 'A key has one end, not two.');
  if (asked === undefined || asked.at === null) {
    const isAsked = expiryFields.some((name) => typeof fields.get(name)?.value !== 'undefined');
    if (required) return refuse('expiry_required', pointer, 'A key must have an end.');
    if (maxSeconds === undefined || !isAsked) return undefined;
    return refuse('expiry_too_long', pointer, `A key lives ${maxSeconds} seconds at most.`);
  }
  const { at, presetDays } = asked;
  if (presetDays !== undefined && presetsDays.length > 0 && !presetsDays.includes(presetDays)) {
    const choices = presetsDays.join(', ');
    return refuse('expiry_not_preset', pointer, `The days to choose from are ${choices}.`);
  }
  // No instant at all is refused here too.
  if (!(at > now)) return refuse('expiry_in_past', pointer, 'The end must lie in the future.');
  if (maxSeconds === undefined || at <= now + maxSeconds * 1000) return undefined;
  return refuse('expiry_too_long', pointer, `A key lives ${maxSeconds} seconds at most.`);
}
