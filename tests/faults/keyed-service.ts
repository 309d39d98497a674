import type { VirtualClock } from '../../packages/runtime/src/testing/virtual-clock.ts';

/** What goes wrong with one request, in virtual time. */
export type Mishap =
  | { readonly type: 'none'; readonly headers: Readonly<Record<string, string>> }
  | { readonly type: 'lost' | 'silent'; readonly acted: boolean }
  | { readonly type: 'slow'; readonly delayMs: number }
  | { readonly type: 'cut' | 'endless' | 'half a JSON' | 'a page of HTML' }
  | {
      readonly type: 'refused';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    };

/** A service that makes one row per idempotency key, or per request without one. */
export class KeyedService {
  /** How often each title was written; more than once is a doubled row. */
  readonly written = new Map<string, number>();
  /** The keys that each title came with. */
  readonly keys = new Map<string, Set<string | null>>();
  /** Requests by title. */
  readonly requests = new Map<string, number>();
  readonly #answered = new Set<string>();
  readonly #clock: VirtualClock;
  readonly #mishaps: Iterator<Mishap>;

  /**
   * @param clock - Time of the service, and of its delays.
   * @param mishaps - What goes wrong with each request in turn; nothing from their end on.
   */
  constructor(clock: VirtualClock, mishaps: Iterable<Mishap>) {
    this.#clock = clock;
    this.#mishaps = mishaps[Symbol.iterator]();
  }

  /** The `fetch` of a client. */
  fetch = async (request: Request, init: RequestInit = {}): Promise<Response> => {
    const { title } = JSON.parse(await request.text());
    const key = request.headers.get('idempotency-key');
    this.requests.set(title, (this.requests.get(title) ?? 0) + 1);
    this.keys.set(title, (this.keys.get(title) ?? new Set()).add(key));
    const mishap = this.#mishaps.next().value ?? { type: 'none', headers: {} };
    return this.#meet(mishap, { title, key, signal: init.signal ?? undefined });
  };

  async #meet(mishap: Mishap, asked: Asked): Promise<Response> {
    if (mishap.type === 'refused') {
      return new Response('{"code":"refused"}', { status: mishap.status, headers: mishap.headers });
    }
    if (mishap.type === 'slow') await this.#wait(mishap.delayMs, asked.signal);
    if (!('acted' in mishap) || mishap.acted) this.#write(asked);
    if (mishap.type === 'lost') throw new TypeError('fetch failed');
    if (mishap.type === 'silent') await this.#wait(undefined, asked.signal);
    const text = JSON.stringify({ id: `task ${asked.title}` });
    const headers = 'headers' in mishap ? mishap.headers : {};
    const type = mishap.type === 'a page of HTML' ? 'text/html' : 'application/json';
    return new Response(bodyOf(mishap.type, text, asked.signal), {
      status: 200,
      headers: { ...headers, 'content-type': type },
    });
  }

  #write({ title, key }: Asked): void {
    if (key !== null && this.#answered.has(key)) return;
    if (key !== null) this.#answered.add(key);
    this.written.set(title, (this.written.get(title) ?? 0) + 1);
  }

  /** Waits as a network does: until the time is over, or the other side has hung up. */
  #wait(ms: number | undefined, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = ms === undefined ? undefined : this.#clock.setAlarm(ms, resolve);
      signal?.addEventListener('abort', () => {
        cancel?.();
        reject(signal.reason);
      });
    });
  }
}

interface Asked {
  readonly title: string;
  readonly key: string | null;
  readonly signal: AbortSignal | undefined;
}

function bodyOf(type: Mishap['type'], text: string, signal: AbortSignal | undefined): BodyInit {
  if (type === 'half a JSON') return text.slice(0, text.length / 2);
  if (type !== 'cut' && type !== 'endless') return text;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, 5)));
      if (type === 'cut') controller.error(new TypeError('terminated'));
      else signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
}
