import type { Json } from '../contract/open-document.ts';
import type { AnyMock } from '../documents/every-operation.ts';
import { createHarvest, type Harvest } from '../documents/harvest.ts';
import { type AnswerJudge, type Came, createAnswerJudge } from '../documents/judge-answer.ts';
import type { OpenDocument } from '../documents/open-document.ts';
import { createSchemaJudge, type SchemaJudge } from '../documents/schema-judge.ts';
import { createDice } from './dice.ts';
import { type Mutant, mutations } from './mutations.ts';
import { makeSound, type Shot, type Sound } from './shot.ts';

/** What is fuzzed, and how long. */
export interface Fuzzing {
  readonly document: OpenDocument;
  /** With a seed: the same requests get the same answers. */
  readonly mock: AnyMock;
  readonly seed: number;
  /** How many requests. */
  readonly count: number;
  /** Hears how far it is, every thousand requests. */
  readonly onProgress?: (sent: number) => void;
}

/** What came of it. */
export interface Fuzzed {
  /** Requests by mutation and class of status: `nothing 2xx`. */
  readonly answers: ReadonlyMap<string, number>;
  readonly faults: readonly FuzzFault[];
  /** In milliseconds of CPU of this process. */
  readonly slowestMs: number;
  /** The request that took longest. */
  readonly slowest: string;
}

/** An answer that should not have come. */
export interface FuzzFault {
  /** Counted from 0: `--count` one more repeats it. */
  readonly number: number;
  readonly mutation: string;
  readonly what: string;
  /** The request in short. */
  readonly request: string;
}

interface Ground extends Fuzzing {
  readonly harvest: Harvest;
  readonly answerFault: AnswerJudge;
  readonly bodyFault: SchemaJudge;
}

// Often enough that there are rows to be found, and that neither they nor the log fill the memory.
const RESET_EVERY = 200;
const TELL_EVERY = 1000;
const KEY_EVERY = 20;

const NAMES = Object.keys(mutations);

/** Sends requests that a document describes, most of them with one thing changed. */
export async function fuzz(fuzzing: Fuzzing): Promise<Fuzzed> {
  const { document, mock, seed, count, onProgress } = fuzzing;
  const ground: Ground = {
    ...fuzzing,
    harvest: createHarvest(),
    answerFault: createAnswerJudge(document),
    bodyFault: createSchemaJudge(document.root, 'request'),
  };
  const tally = createTally();
  let { secret } = mock.keys.create();
  await findRows(ground, secret);
  mock.reset();
  for (let number = 0; number < count; number++) {
    if (number > 0 && number % RESET_EVERY === 0) mock.reset();
    if (number > 0 && number % TELL_EVERY === 0) onProgress?.(number);
    // Some requests revoke the key that they are sent with, and many use up what it may.
    if (number % KEY_EVERY === 0) secret = mock.keys.create().secret;
    tally.note(number, await fire(ground, { dice: createDice(seed, number), secret }));
  }
  return tally.result();
}

interface Tally {
  note(number: number, fired: Fired): void;
  result(): Fuzzed;
}

function createTally(): Tally {
  const answers = new Map<string, number>();
  const faults: FuzzFault[] = [];
  let slowest = { ms: 0, request: '' };
  return {
    note(number, { mutation, came, what, request }) {
      const kind = came.status === 0 ? 'thrown' : `${Math.floor(came.status / 100)}xx`;
      const key = `${mutation} ${kind}`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      if (what !== undefined) faults.push({ number, mutation, what, request });
      if (came.ms > slowest.ms) slowest = { ms: came.ms, request };
    },
    result: () => ({ answers, faults, slowestMs: slowest.ms, slowest: slowest.request }),
  };
}

/** Reads every list, so that most requests are about rows that exist. */
async function findRows({ document, harvest, mock }: Ground, secret: string): Promise<void> {
  const reads = document.operations.filter(({ method }) => method === 'GET');
  for (const asked of reads.sort((one, other) => one.path.length - other.path.length)) {
    const { shot } = await makeSound({ document, harvest, secret }, asked, true);
    const came = await send(mock, shot);
    if (came.status < 300) keepRows(harvest, asked.path, came);
  }
}

interface Fired {
  readonly mutation: string;
  readonly came: Timed;
  readonly what: string | undefined;
  readonly request: string;
}

async function fire(
  ground: Ground,
  { dice, secret }: { readonly dice: ReturnType<typeof createDice>; readonly secret: string },
): Promise<Fired> {
  const { document, harvest, mock } = ground;
  const asked = dice.pick(document.operations);
  if (asked === undefined) throw new Error('cannot fuzz: the document has no operation.');
  const sound = await makeSound({ document, harvest, secret }, asked, dice.roll(2) === 0);
  const wanted = dice.pick(NAMES) ?? 'nothing';
  const mutant = mutations[wanted]?.(sound, dice);
  const shot = mutant?.shot ?? sound.shot;
  const came = await send(mock, shot);
  const mutation = mutant === undefined ? 'nothing' : wanted;
  const what = faultOf(ground, { sound, mutant: mutant ?? { shot, want: 'judged' }, came });
  if (mutation === 'nothing' && came.status < 300) keepRows(harvest, asked.path, came);
  return { mutation, came, what, request: describe(shot) };
}

function keepRows(harvest: Harvest, path: string, { text }: Came): void {
  if (!/^[[{]/.test(text)) return;
  const body: Json = JSON.parse(text);
  harvest.keep(path, body);
}

interface Shown {
  readonly sound: Sound;
  readonly mutant: Mutant;
  readonly came: Timed;
}

function faultOf(ground: Ground, shown: Shown): string | undefined {
  const { sound, mutant, came } = shown;
  const failed = failure(came) ?? missedRefusal(shown);
  if (failed !== undefined || mutant.want !== 'judged') return failed;
  if (came.status < 400 && sound.schema !== undefined && mutant.json !== undefined) {
    const fault = ground.bodyFault(sound.schema, mutant.json);
    if (fault !== undefined) return `${came.status} where the body is wrong: ${fault}`;
  }
  return wrongRefusal(ground, shown) ?? ground.answerFault(sound.asked, came);
}

function failure({ status, text }: Came): string | undefined {
  if (status === 0) return `thrown: ${text}`;
  const isTold = status === 501 && text.includes('unusable_operation');
  return status < 500 || isTold ? undefined : `${status}: ${text.slice(0, 300)}`;
}

/** What was not refused and must be, or not in words that help. */
function missedRefusal({ mutant, came }: Shown): string | undefined {
  if (mutant.want !== 'refused') return undefined;
  if (came.status < 400) return `${came.status} where it must be refused`;
  const names = [400, 422].includes(came.status) ? mutant.names : undefined;
  const isNamed = names === undefined || came.text.includes(names);
  return isNamed ? undefined : `a refusal that does not name ${names}`;
}

/** A body that is as the document says, and refused all the same. */
function wrongRefusal(ground: Ground, { sound, mutant, came }: Shown): string | undefined {
  const json = 'json' in mutant ? mutant.json : sound.json;
  if (sound.schema === undefined || json === undefined) return undefined;
  if (![400, 415, 422].includes(came.status) || came.text.includes('already')) return undefined;
  if (sound.asked.parameters.some(({ name }) => came.text.includes(String(name)))) return undefined;
  if (ground.bodyFault(sound.schema, json) !== undefined) return undefined;
  return `${came.status} where all is well: ${came.text.slice(0, 300)}`;
}

type Timed = Came & { readonly ms: number };

async function send(mock: AnyMock, { path, ...rest }: Shot): Promise<Timed> {
  const before = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    const answer = await mock.exchange({ ...rest, url: mock.baseUrl + path });
    const ms = spent();
    if ('fault' in answer) return { status: 0, headers: new Headers(), text: 'a reset', ms };
    const { status, headers, body } = answer;
    const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    return { status, headers: new Headers(pairs), text, ms };
  } catch (error) {
    return { status: 0, headers: new Headers(), text: String(error), ms: spent() };
  }
}

function describe({ method, path, headers, body }: Shot): string {
  const type = headers['content-type']?.join() ?? '';
  const text = body === undefined ? '' : new TextDecoder().decode(body).slice(0, 200);
  return `${method} ${path.slice(0, 200)} ${type} ${text}`.trim();
}
