import type { JsonObject } from '@product/spec-model';
import { type Outcome, problem } from '../../exchange/outcome.ts';
import { ownValue } from '../../model/json-read.ts';
import { isEqual } from '../../schema/validate/equal.ts';
import type { Call } from '../handler.ts';
import { type ActionPlan, planAction } from './change/action-plan.ts';
import { findRow } from './find/find-row.ts';
import { answerRow } from './show/show-row.ts';

/** Tells whether something was done to a row, by its status alone: `GET /gists/{id}/star`. */
export function checkAction(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { collection, role } = place;
  const word = role.action ?? '';
  const plan = planAction(call.core, collection, { word, undo: false, row: row.data });
  const isDone = leavesNoTrace(plan)
    ? row.hidden[doneMark(word)] === true
    : isAfter(plan, row.data);
  if (isDone) return answerRow(call, row);
  return problem(404, { code: 'not_found', detail: `The ${collection.noun} has no ${word}.` });
}

/** Whether a row does not show that something was done to it. */
export function leavesNoTrace({ members, instants }: ActionPlan): boolean {
  const isShown = instants.some(({ around }) => around === undefined);
  return Object.keys(members).length === 0 && !isShown;
}

/** The name under which a row keeps that something was done to it where it does not show it. */
export function doneMark(word: string): string {
  return `done:${word}`;
}

function isAfter({ members, instants }: ActionPlan, data: JsonObject): boolean {
  const facts = Object.entries(members);
  if (facts.length > 0)
    return facts.every(([name, value]) => isEqual(ownValue(data, name) ?? null, value));
  const own = instants.filter(({ around }) => around === undefined);
  return own.every(({ name }) => (ownValue(data, name) ?? null) !== null);
}
