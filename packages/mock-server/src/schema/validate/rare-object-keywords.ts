import type { JsonObject } from '@product/spec-model';
import { asTexts } from '../../model/json-read.ts';
import { type Check, fault, faultOf, goesOn } from './check.ts';
import { passes } from './passes.ts';
import type { SchemaSource } from './schema-source.ts';

/** `propertyNames`, `dependentRequired` and `dependentSchemas`. */
export function checkRareObjects(source: SchemaSource): readonly Check<JsonObject>[] {
  return [...names(source), ...dependentNames(source), ...dependentSchemas(source)];
}

function names(source: SchemaSource): Check<JsonObject>[] {
  const node = source.node('propertyNames');
  if (node === undefined) return [];
  const notAllowed = { code: 'property_names', message: 'is not a name that is allowed here' };
  return [
    (value, run) => {
      let ok = true;
      for (const name in value) {
        if (passes(node, name, run)) continue;
        ok = faultOf(run, name, notAllowed);
        if (!goesOn(run)) return false;
      }
      return ok;
    },
  ];
}

function dependentNames(source: SchemaSource): Check<JsonObject>[] {
  return source.members('dependentRequired').map(([name, list]): Check<JsonObject> => {
    const others = asTexts(list);
    const property = others.length === 1 ? 'property' : 'properties';
    const message = `must have ${property} ${others.join(', ')} when property ${name} is present`;
    return (value, run) =>
      !Object.hasOwn(value, name) ||
      others.every((other) => Object.hasOwn(value, other)) ||
      fault(run, 'dependent_required', message);
  });
}

function dependentSchemas(source: SchemaSource): Check<JsonObject>[] {
  return source.members('dependentSchemas').map(([name, schema]): Check<JsonObject> => {
    const node = source.at('dependentSchemas', name, schema);
    return (value, run) => !Object.hasOwn(value, name) || node.check(value, run);
  });
}
