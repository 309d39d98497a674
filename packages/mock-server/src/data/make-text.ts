import { asText } from '../model/json-read.ts';
import { describedChoices } from './described-choices.ts';
import type { Plan } from './plan.ts';
import { atLeast, atMost, type Field, keyword, type Task } from './task.ts';
import { textByFormat } from './text-by-format.ts';
import { textByName } from './text-by-name.ts';
import { drawWords } from './words.ts';

// A schema that wants a longer text than this wants none that can be shown.
const maxLength = 100_000;
const spreads = [4, 8, 24, 1, 64];

/**
 * Makes a text: by its format, by the choices that its description names, by its name, by its pattern, else a few words; the first that the
 * schema accepts.
 */
export function makeText(task: Task, plan: Plan, field: Field): string | undefined {
  const least = atLeast(plan, 'minLength');
  const most = atMost(plan, 'maxLength');
  if (least > Math.min(most, maxLength)) return undefined;
  const format = asText(keyword(plan, 'format'), '');
  const isStrict = format !== '' || keyword(plan, 'pattern') !== undefined;
  const { direction } = task.wish;
  for (const text of candidates(task, plan, { field, format, least, most })) {
    const length = lengthOf(text);
    if (length < least || length > most) continue;
    if (!isStrict || task.knowledge.accepts(plan.sources, text, direction)) return text;
  }
  // An example that was not wanted is better than nothing.
  const { examples } = task.knowledge.shownOf(plan, direction);
  return examples.find((example) => typeof example === 'string');
}

interface Wanted {
  readonly field: Field;
  readonly format: string;
  readonly least: number;
  readonly most: number;
}

function* candidates(task: Task, plan: Plan, wanted: Wanted): Generator<string> {
  const { field, format, least, most } = wanted;
  const hint = asText(keyword(plan, 'description'), '');
  const byFormat = textByFormat(task, { name: field.name, format, hint });
  if (byFormat !== undefined) {
    yield byFormat;
    yield stretch(byFormat, format, least);
  }
  const described = plan.parts.map(describedChoices).find(({ length }) => length > 0) ?? [];
  if (described.length > 0) {
    yield described[task.examples ? 0 : task.wish.random.below(described.length)] ?? '';
  }
  const patterns = task.knowledge.patternsOf(plan);
  const named = { field, hint, most, isStrict: patterns.length > 0 };
  const byName = textByName(task, named);
  if (byName !== undefined) {
    yield byName;
    if (patterns.length > 0) yield byName.toUpperCase();
    if (patterns.length > 0) yield byName.toLowerCase();
  }
  for (const spread of [...spreads, least]) {
    for (const pattern of patterns) yield pattern({ random: task.wish.random, spread });
  }
  yield plainText(task, least, most);
}

function plainText({ wish: { random } }: Task, least: number, most: number): string {
  let text = drawWords(random);
  while (text.length < least) text += ` ${drawWords(random)}`;
  return text.length > most ? text.slice(0, most) : text;
}

function stretch(text: string, format: string, least: number): string {
  const missing = 'x'.repeat(Math.max(0, least - text.length));
  return /email|host/.test(format) ? missing + text : text + missing;
}

// As the validator counts: an emoji is one character.
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
