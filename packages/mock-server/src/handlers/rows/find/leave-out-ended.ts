import type { JsonObject } from '@product/spec-model';
import { choicesOf } from '../../../data/described-choices.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { namesState } from '../../../data/state-after.ts';
import type { Role } from '../../../infer/role.ts';
import { ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Call } from '../../handler.ts';
import { namesEnd } from '../make/first-value.ts';
import { propertiesOf } from '../row-properties.ts';

const kept = new WeakMap<Operation, string | undefined>();

/**
 * Keeps rows that have ended out of a list whose parameter for the state has a value `all`: who does
 * not send it does not mean all.
 *
 * @returns Absent where rows of every state are meant.
 */
export function leaveOutEnded(
  { core, operation, input }: Call,
  role: Role,
): ((row: JsonObject) => boolean) | undefined {
  const name = keepIn(kept, operation, () => readName(core, operation, role));
  if (name === undefined || input.query.has(name)) return undefined;
  return (row) => !namesEnd(snakeCase(String(ownValue(row, name) ?? '')));
}

function readName({ schemas }: Call['core'], { api }: Operation, role: Role): string | undefined {
  const { properties } = propertiesOf(schemas, role.collection.schema);
  const parameter = api.parameters.find(({ name, in: place, schema }) => {
    const { enum: choices, default: fallback } = schemas.resolve(schema);
    const isChoice = place === 'query' && Array.isArray(choices) && choices.includes('all');
    if (!isChoice || fallback !== undefined || !namesState(snakeCase(name))) return false;
    const states = choicesOf(schemas, properties.get(name) ?? {});
    return states.length > 0 && !states.includes('all');
  });
  return parameter?.name;
}
