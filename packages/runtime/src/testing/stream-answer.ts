import { ClientError } from '../errors/client-error.ts';

/** Bytes of a body, or what breaks it. */
export type Piece = string | Uint8Array<ArrayBuffer> | Error;

/** A body and what became of it. */
export interface ScriptedBody {
  /** The body. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** How many pieces were asked for, and whether the rest was cancelled. */
  readonly state: { asked: number; cancelled: boolean };
}

/** A body that gives its pieces one by one, and says how many were asked for. */
export function bodyOf(pieces: readonly Piece[]): ScriptedBody {
  let at = 0;
  const state = { asked: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const piece = pieces[at++];
        if (piece === undefined) return controller.close();
        state.asked += 1;
        if (piece instanceof Error) return controller.error(piece);
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

/** An answer with a body that comes in pieces. */
export function answer(
  pieces: readonly Piece[],
  type = 'text/event-stream',
  status = 200,
): Response {
  const body = status === 204 ? null : bodyOf(pieces).stream;
  return new Response(body, { status, headers: { 'content-type': type, 'x-request-id': 'req_1' } });
}

/** All items of a stream. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The typed error that a stream must end with. */
export async function errorOf(items: AsyncIterable<unknown>): Promise<ClientError> {
  const error = await all(items).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ClientError) return error;
  throw new Error(`not a typed error: ${String(error)}`);
}
