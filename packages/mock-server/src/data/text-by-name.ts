import { instantAs, instantFor, namesInstant } from './instants.ts';
import type { Field, Task } from './task.ts';
import { color, currency, decimal, email, ipv4, ipv6, link, phone } from './text-by-format.ts';
import { between, drawTitle, drawWord, drawWords } from './words.ts';

/** What tells how a text should look. */
export interface NameClues {
  readonly field: Field;
  /** The description of its schema. */
  readonly hint: string;
  /** The most characters that it may have. */
  readonly most: number;
}

/** A text that looks right for the name of its field; absent when the name tells nothing. */
export function textByName(task: Task, clues: NameClues): string | undefined {
  const { name } = clues.field;
  if (name === '') return undefined;
  if (namesInstant(name)) return instantAs('', name, instantFor(name, task.times));
  if (isId.test(clues.hint)) return id(task, { ...clues, name, format: '' });
  const writer = writers.find(([pattern]) => pattern.test(name));
  return writer?.[1](task, { ...clues, name, format: '' });
}

type Writer = (
  task: Task,
  clues: NameClues & { readonly name: string; readonly format: string },
) => string;

const fixed =
  (text: string): Writer =>
  () =>
    text;

const hex: Writer = ({ wish }) => wish.random.hex(40);
const base62: Writer = ({ wish }) => wish.random.base62(24);
const code: Writer = ({ wish }) => wish.random.hex(8).toUpperCase();
const sentence: Writer = ({ wish: { random } }) => `${drawTitle(random)}.`;
const title: Writer = ({ wish: { random } }) => drawTitle(random);
const word: Writer = ({ wish: { random } }) => drawWord(random);
const slug: Writer = ({ wish: { random } }) => drawWords(random).replace(' ', '-');
const fullName: Writer = ({ person }) => `${person.first} ${person.last}`;

const company: Writer = ({ wish: { random }, person }) =>
  `${person.last} ${random.below(2) === 0 ? 'Ltd' : 'Labs'}`;

// People have an e-mail, a phone and a first name; other things have a name alone.
const name: Writer = (task, clues) =>
  /\b(email|phone|first_name|login|username)\b/.test(clues.field.beside)
    ? fullName(task, clues)
    : drawWords(task.wish.random).replace(/^./, (letter) => letter.toUpperCase());

const country: Writer = ({ place }, { name: field, most, hint }) =>
  most <= 3 || /code/.test(field) || /two-letter|alpha-?2|iso 3166/i.test(hint)
    ? place.countryCode
    : place.country;

// `state` is a part of an address beside a town, and else how things stand.
const state: Writer = ({ place }, { field }) =>
  /\b(city|town|postal_code|zip|country|line1)\b/.test(field.beside) ? place.region : 'active';

const isId = /^(the |a |an )?(unique )?(id|identifier)\b/i;

// `customer_id` and `customer` are `customer_` and more; a bare `id` has nothing before it.
const id: Writer = ({ wish: { random } }, { name: field }) =>
  field.replace(/_*$/, '_').replace(/(^|_)ids?_$/, '$1') + random.base62(14);

const street: Writer = ({ wish: { random } }) =>
  `${between(random, 1, 99)} ${drawWord(random).replace(/^./, (letter) => letter.toUpperCase())} St`;

const writers: readonly (readonly [name: RegExp, write: Writer])[] = [
  [/e_?mail(_address)?$/, email],
  [/(first|given|fore)_?name$/, ({ person }) => person.first],
  [/(last|family|sur)_?name$/, ({ person }) => person.last],
  [/(user_?name|^login|handle|nickname|screen_name)$/, ({ person }) => person.login],
  [/phone|mobile|(^|_)(fax|tel)$/, phone],
  [/(^|_)(ids?|uid)$/, id],
  [/uuid|guid/, ({ wish }) => wish.random.uuid()],
  [/(url|uri|href|link|website|homepage|webhook|callback|endpoint|avatar|logo)s?$/, link],
  [/(image|photo|picture|icon|thumbnail)$/, link],
  [/country(_code)?$/, country],
  [/currency/, currency],
  [/(^|_)(city|town)$/, ({ place }) => place.city],
  [/(^|_)(province|region|county)$/, ({ place }) => place.region],
  [/(^|_)state$/, state],
  [/(line_?2|unit|suite)$/, fixed('Apt 3')],
  [/street|line_?1$|(^|_)address$/, street],
  [/(zip|post(al)?)(_?code)?$/, ({ place }) => place.postalCode],
  [/time_?zone|(^|_)tz$/, fixed('Europe/Lisbon')],
  [/locale/, fixed('en-US')],
  [/(^|_)lang(uage)?(_code)?$/, fixed('en')],
  [/colou?r$/, color],
  [/ipv6/, ipv6],
  [/(^|_)ip(v4|_address)?$/, ipv4],
  [/(^|_)(sha\d*|commit|hash|digest|checksum|fingerprint|node_id)$/, hex],
  [/(^|_)etag$/, ({ wish }) => `"${wish.random.hex(16)}"`],
  [/(secret|token|api_?key|password|signature|nonce)$/, base62],
  // RFC 6749 §5.1, §4.1.3 and §3.3.
  [/(^|_)token_type$/, fixed('Bearer')],
  [/(^|_)grant_type$/, fixed('authorization_code')],
  [/(^|_)scopes?$/, fixed('read')],
  [/(slug|permalink|branch|ref)$/, slug],
  [/(^|_)(version|release)$/, fixed('1.4.2')],
  [/(^|_)(status|phase)$/, fixed('active')],
  [/(mime|content|media)_?type$/, fixed('application/json')],
  [/(domain|host(_?name)?)$/, ({ wish: { random } }) => `${drawWord(random)}.example.com`],
  [/file_?name$/, ({ wish: { random } }) => `${drawWord(random)}.pdf`],
  [/(amount|price|cost|balance|total)$/, decimal],
  [/last_?4$/, ({ wish: { random } }) => String(between(random, 1000, 9999))],
  [/number$/, ({ wish: { random } }) => String(between(random, 10_000_000, 99_999_999))],
  [/(code|sku|serial|reference|prefix)$/, code],
  [/(title|subject|headline|label|summary)$/, title],
  [/(description|body|text|content|message|comment|note|bio|about|reason|details?)s?$/, sentence],
  [/(company|organi[sz]ation|employer|merchant|vendor|brand)(_name)?$/, company],
  [/(display|real|contact|owner|holder|author|customer)(_name)?$/, fullName],
  [/name$/, name],
  [/(tag|topic|keyword|category|group|role|type|kind)$/, word],
];
