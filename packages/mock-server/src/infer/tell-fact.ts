import type { JsonSchema } from '@product/spec-model';
import { asTexts } from '../model/json-read.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import type { PageFact } from './role.ts';

/** A member of a list's answer. */
export interface PageMember {
  /** Its name, folded. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Folded name of the object that holds it; empty at the top. */
  readonly place: string;
  /** Whether pages are asked for by a cursor: then a text called `next` is one. */
  readonly isCursor: boolean;
}

// Folded names; what those of `way` mean depends on the type and the place.
const names: { readonly [fact in PageFact]?: string } = {
  'has-more':
    'hasmore hasnext hasnextpage hasmoreresults hasmoreitems more moreavailable moreresults',
  'next-cursor':
    'nextcursor nextpagetoken nexttoken endcursor nextpagecursor continuationtoken nextmarker aftercursor',
  'previous-cursor':
    'previouscursor prevcursor startcursor previouspagetoken prevpagetoken beforecursor',
  total:
    'total totalcount totalitems totalresults totalrecords totalelements totalsize odatacount numfound totalhits nbhits totalrows totalentries',
  count: 'count resultcount numberofelements returned returnedcount itemcount',
  page: 'page currentpage pagenumber pageindex pageno number',
  pages: 'totalpages pages pagecount numpages pagestotal nbpages',
  limit: 'limit perpage pagesize size itemsperpage resultsperpage maxresults',
  offset: 'offset skip startindex start startat',
  'first-id': 'firstid',
  'last-id': 'lastid',
  'self-url': 'self selfurl selflink',
  'first-url': 'first firsturl firstlink firstpageurl',
  'last-url': 'last lasturl lastlink lastpage lastpageurl',
  'next-url':
    'next nexturl nextlink nexthref nextpage nextpageurl nextpagelink nextpageuri nexturi odatanextlink after',
  'previous-url':
    'previous prev previousurl prevurl previouslink prevlink previouspage prevpage previouspageurl prevpageurl before',
};

const factByName = new Map(
  Object.entries(names).flatMap(([fact, text]) =>
    // Object.entries() forgets that its names are facts.
    text.split(' ').map((name): [string, PageFact] => [name, fact as PageFact]),
  ),
);

// What a number of that name tells.
const numbers: ReadonlyMap<PageFact, PageFact> = new Map([
  ...(['total', 'count', 'page', 'pages', 'limit', 'offset'] as const).map(
    (fact): [PageFact, PageFact] => [fact, fact],
  ),
  ['first-id', 'first-id'],
  ['last-id', 'last-id'],
  ['next-url', 'next-page'],
  ['previous-url', 'previous-page'],
  ['last-url', 'pages'],
]);
const texts: readonly PageFact[] = ['next-cursor', 'previous-cursor', 'first-id', 'last-id'];
const urls: readonly PageFact[] = ['first-url', 'last-url', 'self-url'];

/** Whether a member of this folded name tells something about a page, rather than of rows. */
export function isPageFact(name: string): boolean {
  return factByName.has(name);
}

/** What a member of a list's answer tells about the page; absent when nothing. */
export function tellFact(schemas: SchemaReader, member: PageMember): PageFact | undefined {
  const { name, schema, place } = member;
  // Stripe's lists have their own path in `url`, others in `href`.
  const isSelf = (name === 'url' && place === '') || name === 'href';
  const fact = isSelf ? 'self-url' : factByName.get(name);
  if (fact === undefined) return undefined;
  const types = schemas.typesOf(schema);
  // `next: true` says that there is more.
  if (types.includes('boolean'))
    return name === 'next' || fact === 'has-more' ? 'has-more' : undefined;
  if (types.includes('integer') || types.includes('number')) return numbers.get(fact);
  if (types.length === 0 && numbers.get(fact) === fact) return fact;
  if (isSelf) return fact;
  return tellText(schemas, member, fact);
}

function tellText(schemas: SchemaReader, member: PageMember, fact: PageFact): PageFact | undefined {
  if (urls.includes(fact)) return isUrl(schemas, member) ? fact : undefined;
  if (fact !== 'next-url' && fact !== 'previous-url')
    return texts.includes(fact) ? fact : undefined;
  const { name, place, isCursor } = member;
  if (isUrl(schemas, member)) return fact;
  const isToken = isCursor || place.startsWith('cursor');
  if (isToken) return fact === 'next-url' ? 'next-cursor' : 'previous-cursor';
  // `after` and `before` alone are too common to be taken for a way on.
  return name === 'after' || name === 'before' ? undefined : fact;
}

function isUrl(schemas: SchemaReader, { name, place, schema }: PageMember): boolean {
  if (place === 'links' || /url|uri|link|href/.test(name)) return true;
  const { format, example, examples } = schemas.resolve(schema);
  if (typeof format === 'string' && /^ur[il]/.test(format)) return true;
  const shown = asTexts([example, ...(Array.isArray(examples) ? examples : [])]);
  return shown.some((text) => /^(?:https?:|\/)/.test(text));
}
