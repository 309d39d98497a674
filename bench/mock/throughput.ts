import { spreadOf } from '../overhead/spread.ts';
import { type Contender, contenders } from './contender.ts';
import type { Course } from './course.ts';
import type { ThroughputRow } from './mock-row.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { collectionUrl, makeItem, strikeGet, strikePost } from './strike.ts';

/** How long and how often each server is struck. */
export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
  /** Leaves the peers out. */
  readonly alone: boolean;
}

interface Tally {
  readonly get: number[];
  readonly post: number[];
  failed: number;
}

const firstPort = 4610;

/** Strikes every server of a course, in turns, and compares each with the floor of the same round. */
export async function measureThroughput(course: Course, effort: Effort): Promise<ThroughputRow[]> {
  const entered = effort.alone ? contenders.slice(0, 2) : contenders;
  const servers = new Map<Contender, RunningServer>();
  try {
    for (const [at, contender] of entered.entries()) {
      const server = await open(contender, course, firstPort + at);
      if (server !== undefined) servers.set(contender, server);
    }
    const startMb = await memory(servers);
    const tallies = await strikeAll([...servers.values()], course, effort);
    const loadedMb = await memory(servers);
    return entered.map((contender): ThroughputRow => {
      const row = { kind: 'throughput', course: course.title, server: contender.name } as const;
      const server = servers.get(contender);
      const tally = tallies.get(contender.name);
      if (server === undefined || tally === undefined) return row;
      const floor = tallies.get(contenders[0]?.name ?? '') ?? tally;
      const megabytes = { startMb: startMb.get(contender), loadedMb: loadedMb.get(contender) };
      return { ...row, figures: figuresOf({ server, tally, floor, megabytes }) };
    });
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}

function open(
  contender: Contender,
  course: Course,
  port: number,
): Promise<RunningServer | undefined> {
  const base = contender.hasBasePath ? course.basePath : '';
  return startServer(contender, { port, document: course.document }, base + course.collection);
}

async function memory(
  servers: ReadonlyMap<Contender, RunningServer>,
): Promise<Map<Contender, number | undefined>> {
  const held = new Map<Contender, number | undefined>();
  for (const [contender, server] of servers) held.set(contender, await server.residentMb());
  return held;
}

async function strikeAll(
  servers: readonly RunningServer[],
  course: Course,
  { rounds, seconds }: Effort,
): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for (const { contender } of servers)
    tallies.set(contender.name, { get: [], post: [], failed: 0 });
  for (let round = 0; round < rounds; round += 1) {
    for (const server of servers) {
      const tally = tallies.get(server.contender.name);
      const got = await strikeGet(await makeItem(server, course), seconds);
      const posted = await strikePost(collectionUrl(server, course), course, seconds);
      tally?.get.push(got.perSecond);
      tally?.post.push(posted.perSecond);
      if (tally !== undefined) tally.failed += got.failed + posted.failed;
    }
  }
  return tallies;
}

function figuresOf(found: {
  readonly server: RunningServer;
  readonly tally: Tally;
  readonly floor: Tally;
  readonly megabytes: {
    readonly startMb: number | undefined;
    readonly loadedMb: number | undefined;
  };
}): NonNullable<ThroughputRow['figures']> {
  const { server, tally, floor, megabytes } = found;
  const beside = (own: readonly number[], least: readonly number[]): number[] =>
    own.map((perSecond, at) => perSecond / (least[at] ?? 1));
  return {
    startMs: spreadOf([server.startMs]),
    ...megabytes,
    getPerSecond: spreadOf(tally.get),
    postPerSecond: spreadOf(tally.post),
    getRatio: spreadOf(beside(tally.get, floor.get)),
    postRatio: spreadOf(beside(tally.post, floor.post)),
    failed: tally.failed,
  };
}
