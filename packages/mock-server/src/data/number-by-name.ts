import { instantFor, instantUnit, namesInstant } from './instants.ts';
import type { Field, Task } from './task.ts';
import { between } from './words.ts';

/** Ranges by what a name ends or begins with; the first that fits counts. */
const ranges: readonly (readonly [name: RegExp, least: number, most: number])[] = [
  [/(^|_)(exp_)?year$/, 2026, 2031],
  [/month$/, 1, 12],
  [/(^|_)(day|day_of_month)$/, 1, 28],
  [/(^|_)hours?$/, 1, 23],
  [/(^|_)minutes?$/, 1, 59],
  [/(^|_)age$/, 18, 80],
  [/^(page|page_number|current_page|attempts?|version|revision)$/, 1, 3],
  [/^(per_page|page_size|limit)$/, 30, 30],
  [/(^|_)(rating|stars|priority|level)(_|$)/, 1, 5],
  [/(^|_)(position|index|rank|order|sort)$/, 1, 10],
  [/(count|quantity|qty|^total_|^num_|number_of|comments|forks|stars|watchers|followers)/, 1, 20],
  [/(percent|percentage|progress|score|confidence)/, 5, 95],
  [/amount|price|cost|fee|balance|total|tax|salary|budget|revenue/, 500, 20_000],
  [/(^|_)expires_in$/, 3600, 3600],
  [/(duration|seconds|timeout|ttl|interval|expires_in)/, 30, 3600],
  [/(size|bytes|length)/, 256, 65_536],
  [/(width|height)/, 320, 1920],
  [/(^|_)port$/, 8080, 8080],
  [/^(status|status_code|http_status|code)$/, 200, 200],
  [/(^|_)(id|number)$/, 1, 9999],
];

const fractions: typeof ranges = [
  [/(^|_)lat(itude)?(_|$)/, -60_000_000, 60_000_000],
  [/(^|_)(lng|lon|longitude)(_|$)/, -170_000_000, 170_000_000],
  [/(ratio|rate|probability|confidence|fraction)/, 10_000, 990_000],
];

/** A number that looks right for the name of its field; absent when the name tells nothing. */
export function numberByName(
  { wish: { random }, times }: Task,
  { name }: Field,
  { isWhole, hint }: { readonly isWhole: boolean; readonly hint: string },
): number | undefined {
  if (/^(unix|epoch)|timestamp/.test(hint) || namesInstant(name)) {
    return Math.floor(instantFor(name, times) * instantUnit(name, hint));
  }
  const fraction = isWhole ? undefined : fractions.find(([pattern]) => pattern.test(name));
  if (fraction !== undefined) return between(random, fraction[1], fraction[2]) / 1e6;
  const range = ranges.find(([pattern]) => pattern.test(name));
  if (range === undefined) return undefined;
  const drawn = between(random, range[1], range[2]);
  // Money in fractions is in whole units, in integers it is in cents.
  return !isWhole && range[1] >= 500 ? drawn / 100 : drawn;
}
