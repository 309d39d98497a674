import type { JsonObject } from '@product/spec-model';
import type { Role } from '../../../infer/role.ts';
import { ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { sentSchema } from '../make/sent-row.ts';
import { propertiesOf } from '../row-properties.ts';
import { doToRow } from '../run-action.ts';
import { planAction } from './action-plan.ts';

const kept = new WeakMap<Role, readonly string[]>();

/** Does at once to a new row what its body says: `confirm: true` where there is a `/{id}/confirm`. */
export function actAtOnce(call: Call, place: Place, made: { row: Row; body: JsonObject }): Row {
  const { role, collection } = place;
  const words = keepIn(kept, role, () => readWords(call, role));
  let { row } = made;
  for (const word of words) {
    if (ownValue(made.body, word) !== true) continue;
    const plan = planAction(call.core, collection, { word, undo: false, row: row.data });
    row = doToRow(call, place, { row, data: row.data, plan }) ?? row;
  }
  return row;
}

function readWords({ core, operation }: Call, role: Role): readonly string[] {
  const { schemas, collections } = core;
  const { properties } = propertiesOf(schemas, sentSchema(schemas, operation, role));
  const actions = [...collections.roles.values()]
    .filter(({ collection, verb }) => verb === 'action' && collection === role.collection)
    .map(({ action = '' }) => action);
  return [...new Set(actions)].filter((word) =>
    schemas.typesOf(properties.get(word)).includes('boolean'),
  );
}
