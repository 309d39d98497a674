import type { KeyPolicy } from '../model/key-policy.ts';
import type { KeyRecord, LoggedRequest } from './key-record.ts';

// A mock that runs for weeks must not grow for ever.
const maxEntries = 1000;

/** Writes a request into the log of the key that made it, if that is switched on for it. */
export function logRequest(policy: KeyPolicy, key: KeyRecord, request: LoggedRequest): void {
  if (!isLogged(policy, key, request)) return;
  key.log.push(request);
  if (key.log.length > maxEntries) key.log.shift();
}

function isLogged(
  { logging: per }: KeyPolicy,
  { logging }: KeyRecord,
  { at, apiType }: LoggedRequest,
): boolean {
  if (per === undefined) return false;
  if (logging.all && isOpen(logging.until, at)) return true;
  const one = per === 'api_type' ? logging.types.find(({ type }) => type === apiType) : undefined;
  return one?.logged === true && isOpen(one.until, at);
}

function isOpen(until: number | null, at: number): boolean {
  return until === null || at < until;
}
