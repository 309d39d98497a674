/** A name without case and marks, so that `project_id`, `projectId` and `Project-ID` are alike. */
export function foldName(name: string): string {
  if (/^[a-z0-9_]*$/.test(name)) return name.includes('_') ? name.replaceAll('_', '') : name;
  const lower = name.toLowerCase();
  const marks = /^[\u0020-\u007e]*$/.test(lower) ? /[^a-z0-9]/g : /[^\p{L}\p{N}]/gu;
  return lower.replaceAll(marks, '');
}

/** The words of a name, in lower case: `issueNumber`, `issue_number` → `issue`, `number`. */
export function wordsOf(name: string): readonly string[] {
  // Nearly all names: to split them takes no tables of letters.
  if (/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/.test(name)) return name.split(/[_-]/);
  return name
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const irregular = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['indices', 'index'],
  ['indexes', 'index'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['analyses', 'analysis'],
  ['series', 'series'],
  ['news', 'news'],
]);

/** An English noun in the singular, folded: `Tasks` → `task`, `batches` → `batch`. */
export function singular(noun: string): string {
  const word = foldName(noun);
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:us|ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^aius]s$/.test(word) || /[^au]as$/.test(word) ? word.slice(0, -1) : word;
}

// How much of a row a schema shows, or what for; not what it is.
const views = new Set(
  `minimal full simple basic public private short summary detail details detailed nullable response
  dto representation extended compact partial`.split(/\s+/),
);

/**
 * One row in words: `WebhookEndpoint` → `webhook endpoint`, `full-repository` → `repository`.
 *
 * @param component - The name of its schema; absent for one without.
 * @param word - What the path calls it, in the singular and folded. It is taken where the schema has
 * only the beginning of it, or no name: `Cust` at `/customers`.
 */
export function rowNoun(component: string | undefined, word: string): string {
  if (component === undefined) return word;
  const words = wordsOf(component);
  const isOwn = (one: string): boolean => !views.has(one);
  const kept = words.slice(words.findIndex(isOwn), words.findLastIndex(isOwn) + 1);
  const noun = (kept.length > 0 ? kept : words).join(' ');
  const folded = foldName(noun);
  return word.length > folded.length && word.startsWith(folded) ? word : noun;
}
