import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Call } from '../clients/client.ts';
import type { Contender } from './contender.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How calls follow each other, and how often each contender has its turn. */
export interface Course {
  readonly rounds: number;
  /** Calls that are under way at once. */
  readonly concurrency: number;
}

/** What a contender costs beside raw fetch in the same round. */
export interface Cost {
  readonly name: string;
  /** CPU per call above raw fetch, in microseconds. */
  readonly aboveRawUs: Spread;
  /** CPU per call, times that of raw fetch. */
  readonly ratio: Spread;
  /** CPU per call, in microseconds. */
  readonly cpuUs: Spread;
}

/** Lets every contender run in every round, in a random order, and compares it with raw fetch. */
export async function runRounds(contenders: readonly Contender[], course: Course): Promise<Cost[]> {
  const rounds: Map<string, number>[] = [];
  for (let round = 0; round < course.rounds; round += 1) {
    const cpuUs = new Map<string, number>();
    for (const contender of shuffled(contenders)) {
      cpuUs.set(contender.name, await cpuPerCall(contender, course.concurrency));
    }
    rounds.push(cpuUs);
  }
  return contenders.map(({ name }) => costOf(name, rounds));
}

function costOf(name: string, rounds: readonly Map<string, number>[]): Cost {
  const pairs = rounds.map((round) => ({
    own: round.get(name) ?? 0,
    raw: round.get('raw fetch') ?? 1,
  }));
  return {
    name,
    aboveRawUs: spreadOf(pairs.map(({ own, raw }) => own - raw)),
    ratio: spreadOf(pairs.map(({ own, raw }) => own / raw)),
    cpuUs: spreadOf(pairs.map(({ own }) => own)),
  };
}

setFlagsFromString('--expose-gc');
/** What the flag has put into the global scope of every context that is made from then on. */
const collectGarbage: unknown = runInNewContext('gc');

async function cpuPerCall({ call, calls }: Contender, concurrency: number): Promise<number> {
  // Each pays for the garbage of its own calls, and for nobody else's.
  if (typeof collectGarbage === 'function') collectGarbage({ type: 'minor' });
  const before = process.cpuUsage();
  const lanes = Array.from({ length: Math.min(concurrency, calls) }, () => concurrency);
  const perLane = Math.ceil(calls / lanes.length);
  await Promise.all(lanes.map(() => repeat(call, perLane)));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (perLane * lanes.length);
}

async function repeat(call: Call, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await call();
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
