import type { JsonValue } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';
import { findHandler } from '../handlers/handlers.ts';
import { defaultMode } from '../model/key-policy.ts';
import type { Operation } from '../model/operation.ts';
import { entityTag, namesTag } from './etag.ts';
import { concreteType } from './media-type.ts';
import { writeBody } from './write-body.ts';

const changing: readonly string[] = ['PUT', 'PATCH', 'DELETE', 'POST'];

/**
 * Goes on unless the client says which state it means to change (`If-Match`), or not to change
 * (`If-None-Match`), and the present one is another.
 *
 * @remarks The present state is what a `GET` of the same path answers, in any of its media types.
 * Where there is none, or it shows an example rather than a row, the header says nothing.
 * @see RFC 9110 §13.1.1, §13.1.2
 */
export function refuseStale(exchange: Exchange): Outcome | undefined {
  const { request, route, core } = exchange;
  const wanted = request.headers['if-match']?.join(',');
  const unwanted = request.headers['if-none-match']?.join(',');
  // What a POST makes is not at its path.
  const header = wanted ?? (request.method === 'POST' ? undefined : unwanted);
  if (header === undefined || !changing.includes(request.method)) return undefined;
  const reading = route?.byMethod.get('GET');
  if (reading === undefined || !core.collections.roles.has(reading.id)) return undefined;
  const present = presentState(exchange, reading);
  if (present === 'unknown') return undefined;
  const isFound =
    present !== undefined &&
    isNamed(exchange, { header, isWeak: header !== wanted, reading, present });
  if (isFound === (wanted !== undefined)) return undefined;
  const detail =
    wanted === undefined
      ? 'The object is there already, in a state that the request rules out.'
      : 'The object has changed since it was read, or is gone. Read it again.';
  return problem(412, { code: 'precondition_failed', detail });
}

function presentState(exchange: Exchange, reading: Operation): JsonValue | 'unknown' | undefined {
  const { core, handlers, caller, input, operation, request } = exchange;
  if (input === undefined || operation === undefined) return 'unknown';
  // Both templates have the same shape, though perhaps other names.
  const path = new Map<string, JsonValue>();
  for (const [at, name] of reading.pathNames.entries()) {
    path.set(name, input.path.get(operation.pathNames[at] ?? '') ?? '');
  }
  const call = {
    ...{ core, operation: reading, caller, request, now: core.clock.now() },
    mode: caller?.mode ?? defaultMode(core.keyPolicy),
    input: { ...input, path, query: new Map(), body: undefined },
  };
  const outcome = findHandler(handlers, core.collections, reading)(call);
  if (outcome instanceof Promise) return 'unknown';
  return outcome.status < 300 ? outcome.body : undefined;
}

function isNamed(
  { core }: Exchange,
  state: {
    readonly header: string;
    readonly isWeak: boolean;
    readonly reading: Operation;
    readonly present: JsonValue;
  },
): boolean {
  const { header, isWeak, reading, present } = state;
  const contents = reading.responseFor(reading.successStatus)?.content ?? [];
  return contents.some(({ mediaType, schema }) => {
    const body = writeBody(concreteType(mediaType), {
      schemas: core.schemas,
      schema,
      data: present,
    });
    return typeof body === 'string' && namesTag(header, entityTag(body), isWeak);
  });
}
