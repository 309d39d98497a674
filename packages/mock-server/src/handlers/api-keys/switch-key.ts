import type { Outcome } from '../../exchange/outcome.ts';
import type { Call, Handler } from '../handler.ts';
import { namedKey } from './key-access.ts';
import { changeKey, refuseChange } from './update-key.ts';

/** Switches a key on or off; one that is off is refused until it is on again. */
export function switchKey(active: boolean): Handler {
  return (call: Call): Outcome => {
    const found = namedKey(call);
    if ('missing' in found) return found.missing;
    return refuseChange(call, found.key) ?? changeKey(call, found.key, { active });
  };
}
