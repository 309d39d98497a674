import type { BucketState, Lease, LeaseOutcome, ReserveRequest } from '../rate-limit-store.ts';
import type { RedisConnection } from './client-adapter.ts';
import { releaseScript } from './release-script.ts';
import { renewScript } from './renew-script.ts';
import { reportScript } from './report-script.ts';
import { reserveScript } from './reserve-script.ts';
import { runScript } from './run-script.ts';
import type { Timing } from './timing.ts';
import { withinTime } from './within-time.ts';

/** How long a process that is not seen counts among those who share, in milliseconds. */
const PEER_MS = 60_000;

/** How long others wait for the first answer to tell of a limit, in milliseconds. */
const LEARNING_PATIENCE_MS = 1000;

/** What Redis knows of a bucket. */
export interface BucketReply {
  /** See {@link BucketState}. */
  readonly state: BucketState;
  /** Since when Redis knows anything of it, by its clock: it changes when all was forgotten. */
  readonly epoch: number;
}

/** What Redis answers to a reservation. */
export interface ReserveReply extends BucketReply {
  /** Leases given. */
  readonly leases: readonly Lease[];
  /** When time alone makes room, in milliseconds from now. */
  readonly waitMs: number | undefined;
  /** When to ask again although nobody woke us, in milliseconds from now. */
  readonly againMs: number | undefined;
  /** Processes that share the bucket, this one included. */
  readonly peers: number;
}

/** What {@link RedisBuckets} is made of. */
export interface RedisBucketsSetup {
  /** To Redis. */
  readonly connection: RedisConnection;
  /** What all keys begin with. */
  readonly prefix: string;
  /** Limit on each command, in milliseconds. */
  readonly timeoutMs: number;
  /** Name of this process among those who share. */
  readonly peer: string;
  /** Where time comes from. */
  readonly timing: Timing;
}

/** The buckets that Redis keeps: one script for each step. Each method fails if Redis does. */
export class RedisBuckets {
  readonly #setup: RedisBucketsSetup;
  #reservations = 0;

  /** @param setup - What it is made of. */
  constructor(setup: RedisBucketsSetup) {
    this.#setup = setup;
  }

  /**
   * The channel on which a bucket wakes those who wait.
   *
   * @param bucket - Name of the bucket.
   */
  channelOf(bucket: string): string {
    return `${this.#setup.prefix}:{${bucket}}:wake`;
  }

  /**
   * Asks for leases; of `want` 0 only for the state.
   *
   * @param bucket - Name of the bucket.
   * @param request - How many, how long.
   */
  async reserve(
    bucket: string,
    { want, keep, leaseMs }: Omit<ReserveRequest, 'nowMs'>,
  ): Promise<ReserveReply> {
    const { peer, timeoutMs, timing } = this.#setup;
    this.#reservations += 1;
    const name = `${peer}:${this.#reservations}:`;
    const counts = [PEER_MS, want, keep].map(String);
    const values = [peer, ...counts, name, `${Math.ceil(leaseMs)}`, `${LEARNING_PATIENCE_MS}`];
    const answer = this.#run(reserveScript, bucket, values).then((reply) => readReply(reply, name));
    try {
      return await withinTime(answer, timeoutMs, timing);
    } catch (error) {
      this.#giveBackLate(bucket, answer);
      throw error;
    }
  }

  /**
   * Tells what came of a call.
   *
   * @param bucket - Name of the bucket.
   * @param lease - Its lease.
   * @param outcome - What came of it.
   */
  async report(
    bucket: string,
    lease: Lease,
    { reports, pauseMs, named }: Omit<LeaseOutcome, 'nowMs'>,
  ): Promise<BucketReply> {
    const { epoch, wave, name } = partsOf(lease);
    const news = JSON.stringify({ reports, pauseMs, named });
    return this.#change(reportScript, bucket, [this.channelOf(bucket), name, epoch, wave, news]);
  }

  /**
   * Ends leases of calls that were not sent.
   *
   * @param bucket - Name of the bucket.
   * @param leases - The leases.
   */
  async release(bucket: string, leases: readonly Lease[]): Promise<void> {
    const names = leases.map((lease) => partsOf(lease).name);
    await this.#change(releaseScript, bucket, [this.channelOf(bucket), ...names]);
  }

  /**
   * Makes leases last on.
   *
   * @param bucket - Name of the bucket.
   * @param leases - The leases.
   * @param leaseMs - How long, in milliseconds from now.
   */
  async renew(bucket: string, leases: readonly Lease[], leaseMs: number): Promise<void> {
    const names = leases.map((lease) => partsOf(lease).name);
    await this.#change(renewScript, bucket, [`${Math.ceil(leaseMs)}`, ...names]);
  }

  async #change(script: string, bucket: string, values: string[]): Promise<BucketReply> {
    const answer = this.#run(script, bucket, values);
    const { timeoutMs, timing } = this.#setup;
    return bucketOf(parse(await withinTime(answer, timeoutMs, timing)));
  }

  #run(script: string, bucket: string, values: readonly string[]): Promise<unknown> {
    // The braces are a hash tag: a Cluster keeps all that a script touches in one slot.
    const key = `${this.#setup.prefix}:{${bucket}}`;
    const keys = [`${key}:bucket`, `${key}:leases`, `${key}:peers`];
    return runScript(this.#setup.connection, script, { keys, values });
  }

  /** Leases that come when nobody waits for them any more are nobody's. */
  #giveBackLate(bucket: string, answer: Promise<ReserveReply>): void {
    answer
      .then(({ leases }) => (leases.length > 0 ? this.release(bucket, leases) : undefined))
      .catch(() => undefined); // they end by themselves
  }
}

interface Reply extends Omit<BucketState, 'windows'> {
  readonly windows: BucketState['windows'] | object;
  readonly epoch: number;
  readonly given: number;
  readonly wave: number;
  readonly peers: number;
  readonly waitMs?: number;
  readonly againMs?: number;
}

function parse(reply: unknown): Reply {
  return JSON.parse(String(reply)) as Reply; // our own script wrote it
}

function readReply(text: unknown, name: string): ReserveReply {
  const reply = parse(text);
  const { epoch, given, wave, peers, waitMs, againMs } = reply;
  const leases = Array.from({ length: given }, (_, at) => `${epoch}/${wave}/${name}${at + 1}`);
  return { ...bucketOf(reply), leases, waitMs, againMs, peers };
}

function bucketOf({ epoch, windows, inFlight, pausedForMs, refusals = 0 }: Reply): BucketReply {
  // Lua has one kind of table: an empty list becomes an empty object.
  const list = Array.isArray(windows) ? windows : [];
  return { epoch, state: { windows: list, inFlight, pausedForMs, refusals } };
}

function partsOf(lease: Lease): { epoch: string; wave: string; name: string } {
  const [epoch = '', wave = '', name = ''] = String(lease).split('/');
  return { epoch, wave, name };
}
