import { instantAs, instantFor } from './instants.ts';
import type { Task } from './task.ts';
import { between, drawPlace, drawWord, drawWords } from './words.ts';

/** What tells how a text should look. */
export interface TextClues {
  /** Of its field, in snake case. */
  readonly name: string;
  /** In the words of the document. */
  readonly format: string;
  /** The description of its schema. */
  readonly hint: string;
}

/** A text in a format; absent for formats that say nothing about the text. */
export function textByFormat(task: Task, clues: TextClues): string | undefined {
  const format = clues.format.toLowerCase().replaceAll('_', '-');
  const write = Object.hasOwn(writers, format) ? writers[format] : undefined;
  return write?.(task, clues);
}

type Writer = (task: Task, clues: TextClues) => string;

const instant: Writer = ({ times }, { name, format }) =>
  instantAs(format, name, instantFor(name, times));

/** Somebody's address. */
export const email: Writer = ({ person }) =>
  `${person.first}.${person.last}@example.com`.toLowerCase();

/** Of an image when the name is that of one. */
export const link: Writer = ({ wish: { random } }, { name }) => {
  const path = drawWords(random).replace(' ', '-');
  const isImage = /avatar|image|photo|picture|logo|icon|thumbnail|banner/.test(name);
  return `https://example.com/${path}${isImage ? '.png' : ''}`;
};

/** A number for use in fiction. */
export const phone: Writer = ({ wish: { random } }) => `+1202555${between(random, 100, 199)}0`;

/** In upper case unless the description speaks of lower case. */
export const currency: Writer = (_, { hint }) => (/lower-?case/i.test(hint) ? 'usd' : 'USD');

/** From the block for documentation, RFC 5737. */
export const ipv4: Writer = ({ wish: { random } }) => `192.0.2.${between(random, 1, 254)}`;

/** From the block for documentation, RFC 3849. */
export const ipv6: Writer = ({ wish: { random } }) => `2001:db8::${random.hex(4)}`;

/** Six hexadecimal digits. */
export const color: Writer = ({ wish: { random } }) => `#${random.hex(6)}`;

/** Money, or another quantity with two places. */
export const decimal: Writer = ({ wish: { random } }) =>
  `${between(random, 1, 99)}.${between(random, 10, 99)}`;

const base64: Writer = ({ wish: { random } }) => btoa(drawWords(random));
const digits: Writer = ({ wish: { random } }) => String(between(random, 1, 99_999));
const hostname: Writer = ({ wish: { random } }) => `${drawWord(random)}.example.com`;

const writers: { readonly [format: string]: Writer } = {
  ...{ 'date-time': instant, date: instant, time: instant, duration: () => 'P1D' },
  'unix-time': ({ times }, { name }) => String(instantFor(name, times) / 1000),
  ...{ email, 'idn-email': email, hostname, 'idn-hostname': hostname, ipv4, ipv6, ip: ipv4 },
  ...{ uri: link, url: link, iri: link, 'uri-reference': link, 'iri-reference': link },
  ...{ 'uri-template': (task, clues) => `${link(task, clues)}/{id}`, regex: () => '^[a-z]+$' },
  ...{ uuid: ({ wish }) => wish.random.uuid(), guid: ({ wish }) => wish.random.uuid() },
  ...{ byte: base64, base64, base64url: base64, binary: base64 },
  ...{ decimal, double: decimal, float: decimal, int32: digits, int64: digits, bigint: digits },
  ...{ currency, phone, 'phone-number': phone, e164: phone, color, 'hex-color': color },
  ...{ country: (task) => drawPlace(task.wish.random).countryCode },
  'country-code': (task) => drawPlace(task.wish.random).countryCode,
  password: ({ wish }) => wish.random.base62(12),
  'json-pointer': () => '/name',
};
