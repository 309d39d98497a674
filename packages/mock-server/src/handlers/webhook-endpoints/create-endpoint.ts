import type { JsonObject } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import type { Random } from '../../random/random.ts';
import { createdOutcome, insertRow } from '../create-row.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';

/** Makes an endpoint and shows its signing secret, this once. */
export function createEndpoint(call: Call): Outcome {
  const secret = newSigningSecret(call.core.random);
  const made = insertRow(call, { secret });
  if ('refusal' in made) return made.refusal;
  const { id, data } = made.row;
  emitEvents(call, data);
  return { ...createdOutcome(call, id, withSecret(data, secret)), secret: true };
}

/** The endpoint with its secret beside its id. */
export function withSecret({ id = '', ...rest }: JsonObject, secret: string): JsonObject {
  return { id, secret, ...rest };
}

/** `whsec_` and the base64 of 32 random bytes (Standard Webhooks asks for 24 to 64). */
export function newSigningSecret(random: Random): string {
  return `whsec_${btoa(String.fromCharCode(...random.bytes(32)))}`;
}
