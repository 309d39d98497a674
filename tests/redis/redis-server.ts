import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A Redis server of a test's own, on a free port and without persistence. */
export class RedisServer {
  readonly #binary: string;
  readonly #folder: string;
  readonly #flags: readonly string[];
  readonly port: number;
  #child: ChildProcess | undefined;

  private constructor(parts: { binary: string; folder: string; port: number; flags: string[] }) {
    this.#binary = parts.binary;
    this.#folder = parts.folder;
    this.#flags = parts.flags;
    this.port = parts.port;
  }

  /** Starts one; in Cluster mode it owns every slot itself. */
  static async start(binary: string, { cluster = false } = {}): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), 'redis-'));
    const flags = cluster ? ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'] : [];
    if (cluster) flags.push('--cluster-port', `${await freePort()}`);
    const server = new RedisServer({ binary, folder, port: await freePort(), flags });
    await server.run();
    if (cluster) await server.#ownEverySlot();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again after {@link kill}, empty. */
  async run(): Promise<void> {
    const quiet = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
    const argv = ['--port', `${this.port}`, '--dir', this.#folder, ...quiet, ...this.#flags];
    this.#child = spawn(this.#binary, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    await this.#logs('Ready to accept connections');
  }

  /** Ends it without a word to anyone. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** Ends it and leaves nothing behind. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Runs one command with redis-cli. */
  async command(...argv: string[]): Promise<string> {
    const cli = this.#binary.replace(/redis-server$/, 'redis-cli');
    const { stdout } = await promisify(execFile)(cli, ['-p', `${this.port}`, ...argv]);
    return stdout.trim();
  }

  async #ownEverySlot(): Promise<void> {
    const ready = this.#logs('Cluster state changed: ok');
    await this.command('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await ready;
  }

  async #logs(text: string): Promise<void> {
    const output = this.#child?.stdout;
    if (!output) throw new Error('cannot read what redis-server prints: it does not run.');
    const lines = createInterface({ input: output });
    for await (const line of lines) {
      if (line.includes(text)) return;
    }
    throw new Error(`cannot start redis-server: it ended before it said '${text}'.`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // A server that listens on a port has an address of this shape.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
