import type { Json } from '../contract/open-document.ts';
import { members } from '../contract/open-document.ts';
import type { Dice } from './dice.ts';
import { bytesOf, type Shot, type Sound } from './shot.ts';

/** A request that has been changed, and what must come of it. */
export interface Mutant {
  readonly shot: Shot;
  /** `refused`: a 4xx, whatever else; `judged`: as the schema of its body says; else no failure. */
  readonly want: 'refused' | 'judged' | 'no failure';
  /** The body as data, where it still is JSON. */
  readonly json?: Json;
  /** What the refusal must name, where it can. */
  readonly names?: string;
}

/** Changes a sound request; nothing where it does not apply. */
export type Mutation = (sound: Sound, dice: Dice) => Mutant | undefined;

const harmless = (shot: Shot): Mutant => ({ shot, want: 'no failure' });

const ODD_VALUES: readonly Json[] = [
  ...[null, true, -1, 0, 1e308, 2 ** 53, 0.1, '', 'x'.repeat(20_000), '\u0000', '😀', [], {}],
  ...[[[]], [null], { a: { b: [] } }, '2026-02-30', 'NaN', "' OR 1=1 --", '../../etc/passwd'],
];

const ODD_TEXTS = [
  ...['', ' ', '%', '%zz', '%00', '%F0%9F%98%80', '..', '../..', '%2e%2e%2f', '/', '//', '-1'],
  ...['9'.repeat(400), 'x'.repeat(9000), '__proto__', 'constructor', 'null', '[]', '{}', '%ff%fe'],
];

function withBody(shot: Shot, text: string): Shot {
  return { ...shot, body: bytesOf(text) };
}

const judged = (sound: Sound, json: Json): Mutant => ({
  shot: withBody(sound.shot, JSON.stringify(json)),
  want: 'judged',
  json,
});

/** Changes what a place somewhere below holds; a place that is gone is `undefined`. */
function changeSomewhere(value: Json, dice: Dice, change: () => Json | undefined): Json {
  const entries = Array.isArray(value)
    ? value.map((held, at): [string, Json] => [String(at), held])
    : Object.entries(members(value));
  const chosen = dice.pick(entries);
  if (chosen === undefined) return change() ?? null;
  const [name, held] = chosen;
  const goesDeeper = typeof held === 'object' && held !== null && dice.roll(3) > 0;
  const changed = goesDeeper ? changeSomewhere(held, dice, change) : change();
  if (Array.isArray(value)) {
    return value.map((one, at) => (String(at) === name ? (changed ?? null) : one));
  }
  const others = entries.filter(([other]) => other !== name);
  return Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
}

const addToQuery = ({ shot }: Sound, text: string): Shot => ({
  ...shot,
  path: `${shot.path}${shot.path.includes('?') ? '&' : '?'}${text}`,
});

const withHeader = ({ shot }: Sound, name: string, value: string): Shot => ({
  ...shot,
  headers: { ...shot.headers, [name]: [value] },
});

const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ...([
    ['accept', ';;q=,'],
    ['accept', 'image/*;q=0'],
    ['if-match', '"x'],
    ['range', 'bytes=9-1'],
  ] as const),
  ...([
    ['content-encoding', 'gzip'],
    ['prefer', 'code=abc, example'],
    ['cookie', ';=;a=%'],
  ] as const),
  ...([
    ['authorization', 'Bearer'],
    ['idempotency-key', ''],
    ['x-odd', 'x'.repeat(9000)],
  ] as const),
  ...([
    ['content-type', ';'],
    ['content-type', 'multipart/form-data'],
    ['prefer', 'dynamic=1'],
  ] as const),
  ...([
    ['content-type', 'application/json; charset=utf-99'],
    ['if-none-match', '*, W/'],
  ] as const),
];

/** Every way in which a request is changed, by name. */
export const mutations: { readonly [name: string]: Mutation } = {
  nothing: ({ shot }) => ({ shot, want: 'judged' }),
  'another value': (sound, dice) => {
    if (sound.json === undefined) return undefined;
    return judged(
      sound,
      changeSomewhere(sound.json, dice, () => dice.pick(ODD_VALUES) ?? null),
    );
  },
  'a member less': (sound, dice) => {
    if (sound.json === undefined || Object.keys(members(sound.json)).length === 0) return undefined;
    return judged(
      sound,
      changeSomewhere(sound.json, dice, () => undefined),
    );
  },
  'a member more': (sound, dice) => {
    if (sound.json === undefined || Array.isArray(sound.json)) return undefined;
    return judged(sound, { ...members(sound.json), unheardOf: dice.pick(ODD_VALUES) ?? 1 });
  },
  'a member called __proto__': (sound, dice) => {
    if (sound.json === undefined || Array.isArray(sound.json)) return undefined;
    const name = dice.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    const rest = JSON.stringify(members(sound.json)).slice(1);
    const more = `{"${name}":{"polluted":1}${rest === '}' ? '' : ','}${rest}`;
    return harmless(withBody(sound.shot, more));
  },
  'a number beyond numbers': (sound) =>
    sound.json === undefined ? undefined : harmless(withBody(sound.shot, '{"a":1e400,"b":-1e400}')),
  'deep nesting': (sound, dice) => {
    if (sound.json === undefined) return undefined;
    const depth = 10 ** (1 + dice.roll(5));
    return harmless(withBody(sound.shot, '['.repeat(depth) + ']'.repeat(depth)));
  },
  'broken JSON': (sound) => {
    const text = JSON.stringify(sound.json);
    if (text === undefined || !/[\]}"]$/.test(text)) return undefined;
    return { shot: withBody(sound.shot, text.slice(0, -1)), want: 'refused' };
  },
  'broken UTF-8': (sound) =>
    sound.json === undefined
      ? undefined
      : {
          shot: { ...sound.shot, body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) },
          want: 'refused',
        },
  'another type of body': (sound) => {
    if (sound.schema === undefined) return undefined;
    return { shot: withHeader(sound, 'content-type', 'application/x-nothing'), want: 'no failure' };
  },
  'a broken multipart': (sound) => {
    if (sound.shot.body === undefined) return undefined;
    const shot = withHeader(sound, 'content-type', 'multipart/form-data; boundary=b');
    return harmless(
      withBody(shot, '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--'),
    );
  },
  'a form too deep': (sound) => {
    if (sound.shot.body === undefined) return undefined;
    const shot = withHeader(sound, 'content-type', 'application/x-www-form-urlencoded');
    return harmless(withBody(shot, `a${'[a]'.repeat(5000)}=1&%=%&__proto__[x]=1&a[]=&=`));
  },
  'an odd header': (sound, dice) => {
    const [name, value] = dice.pick(ODD_HEADERS) ?? ['x', 'y'];
    return harmless(withHeader(sound, name, value));
  },
  'an odd step of the path': (sound, dice) => {
    const steps = sound.shot.path.split('/');
    const at = 1 + dice.roll(steps.length - 1);
    const path = steps.map((step, index) => (index === at ? dice.pick(ODD_TEXTS) : step)).join('/');
    return harmless({ ...sound.shot, path });
  },
  'an odd query': (sound, dice) => {
    const parameter = dice.pick(sound.asked.parameters.filter((one) => one['in'] === 'query'));
    const name = String(parameter?.['name'] ?? 'a[b][c]');
    return harmless(addToQuery(sound, `${encodeURIComponent(name)}=${dice.pick(ODD_TEXTS)}`));
  },
  'a word for a number': (sound, dice) => {
    const numbers = sound.asked.parameters.filter(
      (one) => one['in'] === 'query' && members(one['schema'])['type'] === 'integer',
    );
    const name = dice.pick(numbers)?.['name'];
    if (name === undefined || sound.shot.path.includes(`${name}=`)) return undefined;
    const shot = addToQuery(sound, `${encodeURIComponent(String(name))}=many`);
    return { shot, want: 'refused', names: String(name) };
  },
  'a thousand parameters': (sound) => harmless(addToQuery(sound, 'a[]=1&'.repeat(1000))),
  'another method': (sound, dice) => {
    const method = dice.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'BREW']);
    return harmless({ ...sound.shot, method: method ?? 'GET' });
  },
};
