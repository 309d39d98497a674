import { instantText } from '../../clock/instant.ts';
import type { Outcome } from '../../exchange/outcome.ts';
import { asNumber, asObject } from '../../model/json-read.ts';
import type { Call } from '../handler.ts';
import { rowOf, tableOf } from '../row-context.ts';
import { newSigningSecret, withSecret } from './create-endpoint.ts';

/** Gives an endpoint another secret and shows it, this once; both sign until the grace ends. */
export function rotateSecret(call: Call): Outcome {
  const { core, input, now, operation } = call;
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  const { row } = found;
  const secret = newSigningSecret(core.random);
  const graceSeconds = asNumber(asObject(input.body)['grace_period_seconds'], 0);
  const hidden = {
    secret,
    previous: row.hidden['secret'] ?? '',
    previousUntil: now + graceSeconds * 1000,
  };
  const data = { ...row.data, updated_at: instantText(now) };
  tableOf(call).replace(row, data, hidden);
  return { status: operation.successStatus, body: withSecret(data, secret), secret: true };
}
