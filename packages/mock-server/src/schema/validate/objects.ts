import type { JsonObject } from '@product/spec-model';
import { type Check, fault } from './check.ts';
import { checkMembers } from './members.ts';
import type { SchemaSource } from './schema-source.ts';

/** The keywords of objects (JSON Schema core, section 10.3.2; validation, section 6.5). */
export function checkObjects(source: SchemaSource): readonly Check<JsonObject>[] {
  return [...sizes(source), ...checkMembers(source)];
}

function sizes(source: SchemaSource): Check<JsonObject>[] {
  const [most, least] = [source.number('maxProperties'), source.number('minProperties')];
  const checks: Check<JsonObject>[] = [];
  if (most !== undefined) {
    const message = `must NOT have more than ${most} properties`;
    checks.push((value, run) => sizeOf(value) <= most || fault(run, 'max_properties', message));
  }
  if (least !== undefined) {
    const message = `must NOT have fewer than ${least} properties`;
    checks.push((value, run) => sizeOf(value) >= least || fault(run, 'min_properties', message));
  }
  return checks;
}

function sizeOf(value: JsonObject): number {
  let size = 0;
  for (const _ in value) size++;
  return size;
}
