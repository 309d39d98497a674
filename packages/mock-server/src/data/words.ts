import type { Random } from '../random/random.ts';

const firstNames =
  'Ada Amir Bea Carl Dana Elif Femi Grace Hugo Ines Jun Kofi Lena Milo Nina Omar'.split(' ');
const lastNames =
  'Adler Bauer Costa Diaz Evans Falk Gupta Hansen Ito Jansen Keller Lopez Mbeki Novak'.split(' ');
const adjectives =
  'amber brave calm clear early fresh green grand light lucky quiet rapid solid warm'.split(' ');
const nouns =
  'anchor bridge cedar delta engine falcon garden harbor island lantern meadow river'.split(' ');
const verbs = 'Review Plan Update Prepare Check Deliver Measure Describe'.split(' ');
const places = (
  'Lisbon/LX/1100/PT/Portugal Munich/BY/80331/DE/Germany Austin/TX/73301/US/United States ' +
  'Oslo/03/0150/NO/Norway Kyoto/26/60000/JP/Japan Lyon/ARA/69001/FR/France'
)
  .split(/ (?=[A-Z][a-z]+\/)/)
  .map((place) => place.split('/'));

/** Somebody who does not exist. */
export interface Person {
  readonly first: string;
  readonly last: string;
  /** Without capitals and spaces: `ada_diaz7`. */
  readonly login: string;
}

/** A town that does. */
export interface Place {
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly country: string;
}

/** One of a list. */
export function pick(random: Random, list: readonly string[]): string {
  return list[random.below(list.length)] ?? '';
}

/** A whole number between two, both included. */
export function between(random: Random, least: number, most: number): number {
  const span = Math.floor(most) - Math.ceil(least);
  // A bound of the source is 32 bits; numbers further apart need not be spread to the last.
  return Math.ceil(least) + (span > 0 ? random.below(Math.min(span, 0xfffffffe) + 1) : 0);
}

/** Draws somebody. */
export function drawPerson(random: Random): Person {
  const [first, last] = [pick(random, firstNames), pick(random, lastNames)];
  return { first, last, login: `${first}_${last}${between(random, 1, 99)}`.toLowerCase() };
}

/** Draws a town. */
export function drawPlace(random: Random): Place {
  const drawn = places[random.below(places.length)] ?? [];
  const [city = '', region = '', postalCode = '', countryCode = '', country = ''] = drawn;
  return { city, region, postalCode, countryCode, country };
}

/** A few plain words: `amber falcon`. */
export function drawWords(random: Random): string {
  return `${pick(random, adjectives)} ${pick(random, nouns)}`;
}

/** A word. */
export function drawWord(random: Random): string {
  return pick(random, nouns);
}

/** What something might be called: `Review the amber falcon`. */
export function drawTitle(random: Random): string {
  return `${pick(random, verbs)} the ${drawWords(random)}`;
}
