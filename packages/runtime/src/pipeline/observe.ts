import { ClientError } from '../errors/client-error.ts';
import { readDeprecation } from '../events/deprecation.ts';
import { describeMessage } from '../events/describe-message.ts';
import type { TracedStep } from '../telemetry/telemetry.ts';
import type { Call, Next, Reply, Stage } from './call.ts';
import { factsOf, tell } from './tell.ts';

/** Tells when a call starts and ends, and has it traced; free while nobody listens. */
export const observeCall: Stage = (call, next) =>
  isObserved(call) ? toldCall(call, next) : next(call);

/** Tells when an attempt starts, and what its answer says beside its data; free while nobody listens. */
export const observeAttempt: Stage = (call, next) =>
  isObserved(call) ? toldAttempt(call, next) : next(call);

function isObserved({ settings }: Call): boolean {
  return settings.telemetry !== undefined || settings.listens();
}

async function toldCall(call: Call, next: Next): Promise<Reply> {
  const { clock, baseUrl } = call.settings;
  const startedAt = clock.now();
  tell(call, { type: 'call-start' });
  let outcome = {};
  try {
    const reply = await trace(call, next, () => ({ kind: 'call', ...factsOf(call), baseUrl }));
    outcome = { status: reply.response.status };
    return reply;
  } catch (error) {
    if (error instanceof ClientError) outcome = { error: { kind: error.kind, code: error.code } };
    throw error;
  } finally {
    const durationMs = clock.now() - startedAt;
    tell(call, { type: 'call-end', durationMs, attempts: call.attempts.length, ...outcome });
  }
}

async function toldAttempt(call: Call, next: Next): Promise<Reply> {
  const { request, body, settings } = call;
  const { debug, credential, baseUrl } = settings;
  const maskIn = (text: string): string => credential.maskIn(text);
  const facts = { ...factsOf(call), attempt: call.attempts.length + 1 };
  tell(call, { type: 'attempt-start', attempt: facts.attempt });
  debug?.('request', { ...facts, ...describeMessage(request.headers, body, maskIn) });
  const reply = await trace(call, next, () => ({
    kind: 'attempt',
    ...facts,
    baseUrl,
    url: maskIn(request.url),
    setHeader: (name, value) => request.headers.set(name, value),
  }));
  noteDeprecation(call, reply);
  const { headers, status } = reply.response;
  debug?.('answer', { ...facts, status, ...describeMessage(headers, reply.body, maskIn) });
  return reply;
}

/** Has a step traced; telemetry that fails, or never does the work, changes nothing about the call. */
async function trace(call: Call, next: Next, describe: () => TracedStep): Promise<Reply> {
  const { telemetry } = call.settings;
  if (!telemetry) return next(call);
  let result: Promise<Reply> | undefined;
  const work = async (): Promise<number> => {
    result ??= next(call);
    return (await result).response.status;
  };
  try {
    await telemetry.trace(describe(), work);
  } catch {
    // A failure of the call itself is in its result.
  }
  return result ?? next(call);
}

function noteDeprecation(call: Call, { response }: Reply): void {
  const { credential, clock, deprecated, listens } = call.settings;
  const { id } = call.operation;
  // Told once, so not to nobody.
  if (deprecated.has(id) || !listens()) return;
  const news = readDeprecation(response.headers, clock.now());
  if (!news) return;
  deprecated.add(id);
  const link = news.link && { link: credential.maskIn(news.link) };
  tell(call, { type: 'deprecated', ...news, ...link });
}
