import type { JsonObject } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import { findCaller } from '../keys/find-caller.ts';
import { countUse, type KeyRecord } from '../keys/key-record.ts';
import type { Refusal } from '../keys/open-key.ts';
import type { Operation } from '../model/operation.ts';
import { challenge } from './challenge.ts';
import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem } from './outcome.ts';

/** Goes on when the credentials open something, or the operation asks for none. */
export function authenticate(exchange: Exchange): Outcome | undefined {
  const { core, operation, request, at } = exchange;
  if (operation === undefined) return undefined;
  if (!core.keyPolicy.enforced) return exchange.requests?.authenticate(exchange);
  const { security } = operation.api;
  if (security.length === 0 || security.some((needed) => Object.keys(needed).length === 0)) {
    return undefined;
  }
  const found = findCaller(core, { security, headers: request.headers, now: at });
  if ('refused' in found) return refuse(exchange, operation, found);
  exchange.caller = found;
  if (found.key !== undefined) {
    countUse(found.key, at);
    noteAddress(exchange, found.key);
  }
  return undefined;
}

function refuse(
  exchange: Exchange,
  operation: Operation,
  { refused, detail, key }: Refusal,
): Outcome {
  if (key !== undefined) tellFailure(exchange, key, refused);
  const error = refused === 'missing_credentials' ? undefined : 'invalid_token';
  const header = challenge(exchange.core, operation, { error, detail });
  return problem(401, { code: refused, detail }, { 'WWW-Authenticate': header });
}

function tellFailure(exchange: Exchange, key: KeyRecord, code: string): void {
  const { core, at } = exchange;
  core.emit({
    type: 'api_key.auth_failed',
    mode: key.mode,
    data: {
      api_key_id: key.id,
      code,
      ip: addressOf(exchange) ?? '127.0.0.1',
      ...userAgentOf(exchange),
      failed_at: instantText(at),
    },
  });
}

// A hostile caller can claim any number of addresses.
const maxAddresses = 100;

// The first address is where the key lives; only later ones are news.
function noteAddress(exchange: Exchange, key: KeyRecord): void {
  const address = addressOf(exchange);
  if (address === undefined || key.addresses.includes(address)) return;
  key.addresses.push(address);
  if (key.addresses.length > maxAddresses) key.addresses.shift();
  if (key.addresses.length === 1) return;
  exchange.core.emit({
    type: 'api_key.used_from_new_location',
    mode: key.mode,
    data: {
      api_key_id: key.id,
      ip: address,
      country: null,
      ...userAgentOf(exchange),
      used_at: instantText(exchange.at),
    },
  });
}

function addressOf({ request }: Exchange): string | undefined {
  const forwarded = request.headers['x-forwarded-for']?.[0]?.split(',')[0]?.trim();
  return forwarded === undefined || forwarded === '' ? request.remoteAddress : forwarded;
}

function userAgentOf({ request }: Exchange): JsonObject {
  return { user_agent: request.headers['user-agent']?.[0] ?? null };
}
