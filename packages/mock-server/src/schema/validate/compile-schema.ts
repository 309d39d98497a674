import type { JsonObject, JsonValue } from '@product/spec-model';
import { checkArrays } from './arrays.ts';
import { allOf, type Check, fault } from './check.ts';
import { checkCombinations } from './combinations.ts';
import { checkConstants } from './constants.ts';
import { withDepth } from './depth.ts';
import { checkNumbers } from './numbers.ts';
import { checkObjects } from './objects.ts';
import { checkReferences } from './references.ts';
import type { SchemaSource } from './schema-source.ts';
import { checkNumberFormat, checkTexts } from './strings.ts';
import { anyType, readTypes, type Types, typeBitOf } from './types.ts';

/**
 * Compiles one schema into one check: its keywords in the order in which faults are named.
 *
 * @remarks Schemas below it are compiled when a value first reaches them.
 * @throws SchemaError for a keyword of a wrong type.
 */
export function compileSchema(source: SchemaSource): Check {
  const { rare } = source.link.tools;
  const types = readTypes(source);
  const always = [
    ...checkReferences(source),
    ...checkConstants(source),
    ...checkCombinations(source),
    ...(rare?.all(source) ?? []),
  ];
  const own = {
    texts: checkTexts(source),
    numbers: [...checkNumbers(source), ...checkNumberFormat(source)],
    lists: [...checkArrays(source), ...(rare?.lists(source) ?? [])],
    objects: [...checkObjects(source), ...(rare?.objects(source) ?? [])],
  };
  const isPlain = types.bits === anyType && Object.values(own).every(({ length }) => length === 0);
  const rules: Rules = {
    texts: allOf<string>([...always, ...own.texts]),
    numbers: allOf<number>([...always, ...own.numbers]),
    lists: allOf<readonly JsonValue[]>([...always, ...own.lists]),
    objects: allOf<JsonObject>([...always, ...own.objects]),
    others: allOf(always),
  };
  const check = orNull(source, isPlain ? rules.others : byType(types, rules));
  return withDepth(source, rare?.after(source, check) ?? check);
}

interface Rules {
  readonly texts: Check<string>;
  readonly numbers: Check<number>;
  readonly lists: Check<readonly JsonValue[]>;
  readonly objects: Check<JsonObject>;
  readonly others: Check;
}

function byType({ bits, message }: Types, rules: Rules): Check {
  const { texts, numbers, lists, objects, others } = rules;
  return (value, run) => {
    if ((typeBitOf(value) & bits) === 0) return fault(run, 'type', message);
    if (typeof value === 'string') return texts(value, run);
    if (typeof value === 'number') return numbers(value, run);
    if (typeof value === 'boolean' || value === null) return others(value, run);
    return isList(value) ? lists(value, run) : objects(value, run);
  };
}

// Array.isArray does not narrow read-only lists.
function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}

// What OpenAPI 3.0 has instead of the type null; a document that was upgraded may still say it.
function orNull({ schema }: SchemaSource, check: Check): Check {
  if (schema['nullable'] !== true) return check;
  return (value, run) => value === null || check(value, run);
}
