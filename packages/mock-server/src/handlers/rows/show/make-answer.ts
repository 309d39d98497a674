import type { JsonObject } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import type { Role } from '../../../infer/role.ts';
import { isObject } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { type Operation, successSchema } from '../../../model/operation.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { completeSent } from '../make/complete-sent.ts';
import { sentRow } from '../make/sent-row.ts';

const kept = new WeakMap<Operation, Role | undefined>();

/**
 * What a request without state is answered with: an object made of what was sent, as a new row would
 * be.
 *
 * @returns Absent where the answer has nothing in common with the request.
 */
export function makeAnswer(call: Call): JsonObject | undefined {
  const { core, operation, mode, input } = call;
  if (operation.method === 'GET' || !isObject(input.body) || core.data === undefined) {
    return undefined;
  }
  const role = keepIn(kept, operation, () => readRole(call));
  if (role === undefined) return undefined;
  const body = sentRow(call, role);
  const { properties } = core.schemas.shapeOf(role.collection.schema);
  if (!Object.keys(body).some((name) => properties.has(name))) return undefined;
  const table = core.worlds.table(mode, role.collection.name);
  const place: Place = {
    ...{ role, collection: role.collection, table, scope: '', rows: table.all() },
    ...{ wanted: [], values: [] },
  };
  const made = completeSent(call, place, { body, id: '', scope: '' });
  const isRight = core.validators.check(role.collection.schema, made, 'response').length === 0;
  return isRight ? made : undefined;
}

// As if there were a collection of such answers, although nothing reads it.
function readRole({ core, operation }: Call): Role | undefined {
  const [schema, ...others] = variantsOf(core.schemas, successSchema(operation));
  if (schema === undefined || others.length > 0) return undefined;
  if (core.schemas.shapeOf(schema).properties.size === 0) return undefined;
  const collection: Collection = {
    ...{ name: operation.path, noun: '', schema, idProperty: '', idStyle: 'text', idPrefix: '' },
    ...{ isSingleton: true, scope: [], firstRows: [] },
  };
  return { verb: 'create', collection, scope: [], because: [] };
}
