import type { Core } from '../core.ts';
import type { MockSnapshot } from '../mock.ts';
import { MockError } from '../mock-error.ts';

/** The parts of a mock that remember, by their name in a snapshot. */
type Remembering = Pick<
  Core,
  'clock' | 'random' | 'pepper' | 'keys' | 'tokens' | 'limits' | 'worlds' | 'replays' | 'webhooks'
>;

// Raised whenever a part keeps something else.
const version: MockSnapshot['snapshotVersion'] = 2;

const names = [
  ...(['clock', 'random', 'pepper', 'keys', 'tokens'] as const),
  ...(['limits', 'worlds', 'replays', 'webhooks'] as const),
] satisfies readonly (keyof Remembering)[];

/**
 * Everything a mock remembers, as plain JSON.
 *
 * @remarks Keys and tokens are in it as hashes, with the pepper that makes the hashes worth
 * something; the secrets that sign webhooks are in it in clear, since they must sign again. Kept
 * answers that show a secret, scripted faults and logs are left out.
 */
export function keepMemory(core: Remembering): MockSnapshot {
  const parts = Object.fromEntries(names.map((name) => [name, core[name].snapshot()]));
  // Through text, so that it is plain, complete and nobody's own objects.
  return JSON.parse(JSON.stringify({ snapshotVersion: version, parts }));
}

/**
 * Goes back to a snapshot; one that is broken changes nothing.
 *
 * @throws {@link MockError} with code `invalid_snapshot`.
 */
export function recallMemory(core: Remembering, snapshot: MockSnapshot): void {
  const fault = faultOf(snapshot);
  if (fault !== undefined) throw refusal(fault);
  const before = keepMemory(core);
  try {
    restoreParts(core, snapshot);
  } catch (error) {
    restoreParts(core, before);
    throw refusal(`a part is broken inside (${error instanceof Error ? error.message : error})`);
  }
}

function restoreParts(core: Remembering, snapshot: MockSnapshot): void {
  const { parts }: MockSnapshot = JSON.parse(JSON.stringify(snapshot));
  for (const name of names) {
    const part: Part = core[name];
    part.restore(parts[name]);
  }
}

/** A part, seen by one who does not know what it wrote. */
interface Part {
  restore(kept: unknown): void;
}

const shapes: { readonly [part in (typeof names)[number]]: string } = {
  ...{ clock: 'number', random: 'array', pepper: 'string', keys: 'array', tokens: 'array' },
  ...{ limits: 'object', worlds: 'object', replays: 'array', webhooks: 'array' },
};

function faultOf({ snapshotVersion, parts }: MockSnapshot): string | undefined {
  if (snapshotVersion !== version) return `it is of version ${snapshotVersion}, not ${version}`;
  const wrong = names.find((name) => shapeOf(parts?.[name]) !== shapes[name]);
  return wrong && `its part "${wrong}" is missing or broken`;
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function refusal(reason: string): MockError {
  const advice = 'Give what snapshot() of a mock of the same release gave.';
  return new MockError('invalid_snapshot', `cannot restore a snapshot: ${reason}. ${advice}`);
}
