/** What a script is run with. */
export interface ScriptInput {
  /** Keys that it touches: all in one slot. */
  readonly keys: readonly string[];
  /** Everything else. */
  readonly values: readonly string[];
}

/** What is asked of a client of the package `redis`; clusters and sentinels included. */
export interface NodeRedisClient {
  /** Runs a script by its digest. */
  evalSha(digest: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** Runs a script. */
  eval(script: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** A client of its own, set up alike. */
  duplicate(): NodeRedisSubscriber;
  /** Hears of its end. */
  on(event: string, listener: () => void): unknown;
}

/** What is asked of a duplicate of a {@link NodeRedisClient}. */
export interface NodeRedisSubscriber {
  /** Opens it. */
  connect(): Promise<unknown>;
  /** Listens to a channel. */
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  /** Hears of what befalls the connection. */
  on(event: string, listener: () => void): unknown;
  /** Ends it at once. */
  destroy(): void;
  /** Lets the process end although it is open; a cluster has none. */
  unref?(): void;
}

/** What is asked of a client of the package `ioredis`, a single one or a cluster. */
export interface IoRedisClient {
  /** Runs a script by its digest. */
  evalsha(digest: string, keyCount: number, ...rest: string[]): Promise<unknown>;
  /** Runs a script. */
  eval(script: string, keyCount: number, ...rest: string[]): Promise<unknown>;
  /** A client of its own, set up alike. */
  duplicate(): IoRedisSubscriber;
  /** Hears of its end. */
  on(event: string, listener: () => void): unknown;
}

/** What is asked of a duplicate of an {@link IoRedisClient}. */
export interface IoRedisSubscriber {
  /** Listens to channels. */
  subscribe(...channels: string[]): Promise<unknown>;
  /** Hears messages, and of what befalls the connection. */
  on(event: string, listener: (...parts: string[]) => void): unknown;
  /** Ends it at once. */
  disconnect(): void;
  /** Its socket, once there is one; a cluster has several and shows none. */
  readonly stream?: IoRedisSocket;
}

/** A socket. */
export interface IoRedisSocket {
  /** Lets the process end although it is open. */
  unref?(): unknown;
}

/** A connection to Redis, whichever package it is of. */
export interface RedisConnection {
  /** Runs a script by its digest. */
  runByDigest(digest: string, input: ScriptInput): Promise<unknown>;
  /** Runs a script. */
  run(script: string, input: ScriptInput): Promise<unknown>;
  /** Opens a second connection that listens to channels; tells of messages, of faults and recoveries. */
  openSubscriber(onMessage: (channel: string) => void, onChange: () => void): Subscriber;
}

/** A connection that listens. */
export interface Subscriber {
  /** Listens to a channel. */
  subscribe(channel: string): Promise<unknown>;
  /** Ends it at once. */
  close(): void;
}

/** A client of either package. */
export type RedisClient = NodeRedisClient | IoRedisClient;

/**
 * One face for both packages, told apart by their methods: neither is imported.
 *
 * @param client - The user's own client; it is never closed here.
 */
export function connectionOf(client: RedisClient): RedisConnection {
  return 'evalSha' in client ? nodeRedisConnection(client) : ioRedisConnection(client);
}

function nodeRedisConnection(client: NodeRedisClient): RedisConnection {
  const inputOf = ({ keys, values }: ScriptInput) => ({ keys: [...keys], arguments: [...values] });
  return {
    runByDigest: (digest, input) => client.evalSha(digest, inputOf(input)),
    run: (script, input) => client.eval(script, inputOf(input)),
    openSubscriber(onMessage, onChange) {
      const own = client.duplicate();
      own.on('error', onChange);
      own.on('ready', onChange);
      const open = own.connect();
      // Its failures are told by its events, and again by the subscription that waits for it.
      open.catch(() => undefined);
      own.unref?.();
      const close = once(() => own.destroy());
      // Else it would look for Redis for ever, and keep the process alive by that.
      client.on('end', close);
      return {
        subscribe: async (channel) => {
          await open;
          await own.subscribe(channel, () => onMessage(channel));
        },
        close,
      };
    },
  };
}

function ioRedisConnection(client: IoRedisClient): RedisConnection {
  const partsOf = ({ keys, values }: ScriptInput) => [...keys, ...values];
  return {
    runByDigest: (digest, input) => client.evalsha(digest, input.keys.length, ...partsOf(input)),
    run: (script, input) => client.eval(script, input.keys.length, ...partsOf(input)),
    openSubscriber(onMessage, onChange) {
      const own = client.duplicate();
      own.on('error', onChange);
      own.on('ready', onChange);
      own.on('connect', () => own.stream?.unref?.());
      own.on('message', (channel) => onMessage(channel));
      client.on('end', () => own.disconnect());
      return { subscribe: (channel) => own.subscribe(channel), close: () => own.disconnect() };
    },
  };
}

/** Ending a client of `redis` twice is a fault. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
