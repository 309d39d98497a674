import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem } from './outcome.ts';

/**
 * Gives the kept answer again when the request is a repetition, else notes that it has begun.
 *
 * @see draft-ietf-httpapi-idempotency-key-header-07 §2
 */
export function replay(exchange: Exchange): Outcome | undefined {
  const name = replayNameOf(exchange);
  if (name === undefined) return undefined;
  const { core, at } = exchange;
  const fingerprint = fingerprintOf(exchange);
  const known = core.replays.find(name, at);
  if (known === undefined) {
    core.replays.begin(name, fingerprint);
    exchange.replayName = name;
    return undefined;
  }
  if (known.fingerprint !== fingerprint) return reused;
  if (known.state === 'in-flight') return inProgress;
  const { outcome } = known;
  return { ...outcome, headers: { ...outcome.headers, 'Idempotency-Replayed': 'true' } };
}

/** Keeps the outcome for repetitions, or lets the next attempt be a first one after a failure of ours. */
export function keepForReplay(exchange: Exchange, outcome: Outcome): void {
  const { core, at, replayName } = exchange;
  if (replayName === undefined) return;
  if (outcome.status >= 500) {
    core.replays.abandon(replayName);
    return;
  }
  const until = at + core.idempotency.retentionSeconds * 1000;
  const fingerprint = fingerprintOf(exchange);
  core.replays.finish(replayName, { state: 'done', fingerprint, outcome, until }, at);
}

// The key is the caller's own: the same text of another API key or operation is another key.
// Where a document says nothing of repetitions, a POST may have the header of the draft.
function replayNameOf(exchange: Exchange): string | undefined {
  const { core, answers, request, operation, caller } = exchange;
  const { header = answers?.idempotencyHeader } = core.idempotency;
  if (header === undefined || operation === undefined) return undefined;
  const isKnown =
    (core.idempotency.header === undefined && request.method === 'POST') ||
    operation.api.parameters.some(
      (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === header,
    );
  const value = isKnown ? request.headers[header]?.[0] : undefined;
  if (value === undefined) return undefined;
  return `${caller?.id ?? strangerOf(exchange)} ${operation.id} ${unquote(value)}`;
}

// The draft wants a quoted string, most clients send a bare one.
function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}

// Two 32-bit FNV-1a sums and the length: enough to tell one caller's own requests apart.
function fingerprintOf({ path, query, request }: Exchange): string {
  const bytes = request.body ?? new Uint8Array();
  return `${path}?${query} ${bytes.length}-${sumsOf(bytes)}`;
}

// Where anybody is let in, callers still have keys of their own; a snapshot must not show theirs.
function strangerOf({ request }: Exchange): string {
  const [sent] = request.headers['authorization'] ?? [];
  return sent === undefined ? 'anonymous' : sumsOf(new TextEncoder().encode(sent));
}

function sumsOf(bytes: Uint8Array): string {
  let [left, right] = [0x811c9dc5, 0x01000193];
  for (const byte of bytes) {
    left = Math.imul(left ^ byte, 0x01000193);
    right = Math.imul(right ^ byte, 0x85ebca6b) + left;
  }
  return `${(left >>> 0).toString(36)}-${(right >>> 0).toString(36)}`;
}

const reused = problem(422, {
  code: 'idempotency_key_reused',
  detail: 'This Idempotency-Key was used with another body. Choose a new key.',
});

const inProgress = problem(409, {
  code: 'idempotency_in_progress',
  detail:
    'The first request with this Idempotency-Key has not finished yet. Try again in a moment.',
});
