import type { Stage } from './call.ts';

/**
 * Gives the call an idempotency key, if its operation declares one and the caller gave none.
 *
 * @remarks Made once, before the first attempt: the server then knows the later ones for the same call.
 */
export const identify: Stage = (call, next) => {
  const header = call.operation.idempotencyHeader;
  if (header !== undefined) {
    const { headers } = call.request;
    if (call.settings.idempotency && !headers.has(header)) headers.set(header, newKey());
    call.keyed = headers.has(header);
  }
  return next(call);
};

/** A UUID of version 4, made where `crypto.randomUUID` may be missing: in pages that came over plain `http`. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const random = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16);
  });
}
