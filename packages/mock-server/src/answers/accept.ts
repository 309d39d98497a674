import type { MockRequest } from '../exchange/message.ts';
import { keepIn } from '../model/keep-in.ts';
import { concreteType, kindOf, type MediaType, parseMediaType } from './media-type.ts';

/** One of the media types that a body may have. */
export interface Offered {
  /** As the document writes it; may be a range. */
  readonly mediaType: string;
}

/** What a client is answered. */
export interface Chosen<T extends Offered> {
  readonly content: T;
  /** What goes into `Content-Type`: never a range. */
  readonly mediaType: string;
}

/** What a request accepts; several headers are one list (RFC 9110 §5.3). */
export function acceptOf({ headers }: Pick<MockRequest, 'headers'>): string | undefined {
  return headers['accept']?.join(', ');
}

/**
 * The content that a request gets, though it may accept none: it was refused before, unless the
 * status is not the usual one.
 */
export function contentFor<T extends Offered>(
  request: Pick<MockRequest, 'headers'>,
  offered: readonly T[],
): Chosen<T> | undefined {
  return chooseContent(acceptOf(request), offered) ?? chooseContent(undefined, offered);
}

interface AcceptRange extends MediaType {
  /** 0 to 1. */
  readonly quality: number;
}

// A header that names more is no wish but an attack.
const maxRanges = 50;

/**
 * Chooses among documented media types by what the client accepts: the highest quality, JSON
 * before the others, then the document's order.
 *
 * @remarks Types that end in `+json` and `application/json` accept each other, as those that end in
 * `+xml` do: clients ask for `application/vnd.github+json` where documents say `application/json`.
 * A header that cannot be read accepts everything.
 *
 * @param accept - The header; absent accepts everything.
 * @param offered - In the document's order.
 * @returns Absent when none is accepted.
 * @see RFC 9110 §12.5.1
 */
export function chooseContent<T extends Offered>(
  accept: string | undefined,
  offered: readonly T[],
): Chosen<T> | undefined {
  const header = accept ?? '*/*';
  const known = keepIn(chosen, offered, () => new Map<string, Chosen<Offered> | undefined>());
  if (!known.has(header)) {
    if (known.size >= maxKept) known.clear();
    known.set(header, choose(header, offered));
  }
  // What is kept for a list was chosen from it.
  return known.get(header) as Chosen<T> | undefined;
}

// Clients send few headers, and the document's lists live as long as the mock.
const chosen = new WeakMap<readonly Offered[], Map<string, Chosen<Offered> | undefined>>();
const maxKept = 50;

function choose<T extends Offered>(accept: string, offered: readonly T[]): Chosen<T> | undefined {
  const ranges = readAccept(accept);
  let best: { readonly content: T; readonly fit: Fit; readonly rank: number } | undefined;
  for (const content of offered) {
    const fit = fitOf(content.mediaType, ranges);
    const rank = fit.quality * 10 + (fit.isNamed ? 0.002 : 0) + (isJson(content) ? 0.001 : 0);
    if (fit.quality > 0 && (best === undefined || rank > best.rank)) best = { content, fit, rank };
  }
  return best && { content: best.content, mediaType: best.fit.mediaType };
}

function isJson({ mediaType }: Offered): boolean {
  return kindOf(concreteType(mediaType)) === 'json';
}

interface Fit {
  readonly quality: number;
  /** Whether the type itself is named, rather than one of its family or a range. */
  readonly isNamed: boolean;
  readonly mediaType: string;
}

const noneAsked: readonly AcceptRange[] = [
  { type: '*', subtype: '*', parameters: new Map(), quality: 1 },
];

function readAccept(accept: string): readonly AcceptRange[] {
  if (accept === '*/*') return noneAsked;
  const ranges = accept
    .split(',', maxRanges)
    .map(parseMediaType)
    .filter((range) => range !== undefined)
    .map((range) => ({ ...range, quality: qualityOf(range) }));
  return ranges.length === 0 ? noneAsked : ranges;
}

// RFC 9110 §12.4.2: three digits at most; anything else says nothing.
function qualityOf({ parameters }: MediaType): number {
  const written = parameters.get('q');
  return written !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written)
    ? Number(written)
    : 1;
}

/** The quality that the most specific range gives a documented type. */
function fitOf(documented: string, ranges: readonly AcceptRange[]): Fit {
  const offer = parseMediaType(documented);
  let [specificity, fit]: [number, Fit] = [-1, { quality: 0, isNamed: false, mediaType: '' }];
  if (offer === undefined) return fit;
  for (const range of ranges) {
    const near = specificityOf(offer, range);
    const betterOfEqual = near === specificity && range.quality > fit.quality;
    if (near < 0 || (near <= specificity && !betterOfEqual)) continue;
    specificity = near;
    fit = {
      quality: range.quality,
      isNamed: near >= 3,
      mediaType: typeFor(documented, offer, range),
    };
  }
  return fit;
}

/** How closely a range names a type; -1 when not at all. */
function specificityOf(offer: MediaType, range: AcceptRange): number {
  if (range.type === '*') return 0;
  if (offer.type === '*') return 3;
  if (range.type === offer.type) {
    if (range.subtype === '*') return 1;
    if (offer.subtype === '*') return 3;
    if (range.subtype === offer.subtype) return withParameters(offer, range);
  }
  return range.quality > 0 && sameFamily(offer, range) ? 2 : -1;
}

// A parameter that both name must agree; one that only the range names is not held against the
// document, which rarely writes `charset`.
function withParameters(offer: MediaType, range: AcceptRange): number {
  let agreed = 0;
  for (const [name, value] of range.parameters) {
    const own = offer.parameters.get(name);
    if (name === 'q' || own === undefined) continue;
    if (own.toLowerCase() !== value.toLowerCase()) return -1;
    agreed++;
  }
  return 3 + agreed;
}

function sameFamily(left: MediaType, right: MediaType): boolean {
  const family = ({ subtype }: MediaType) => /(?:^|\+)(json|xml)$/.exec(subtype)?.[1];
  return family(left) !== undefined && family(left) === family(right);
}

// Where the document leaves the type open, the client's own word counts.
function typeFor(documented: string, offer: MediaType, range: AcceptRange): string {
  const isOpen = offer.subtype === '*';
  const isNamed = range.subtype !== '*';
  return isOpen && isNamed ? `${range.type}/${range.subtype}` : concreteType(documented);
}
