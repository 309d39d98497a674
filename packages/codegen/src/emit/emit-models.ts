import { isObject, type JsonObject, type JsonSchema } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { followSchema, schemaName, schemasOf } from '../schema/schema-reader.ts';
import { TypePrinter } from '../schema/type-printer.ts';
import { code } from '../text/doc-comment.ts';
import { declareType, isPlainObject } from './declare-type.ts';

/** `models.ts`: a named type for every named schema. */
export function emitModels(plan: SdkPlan): GeneratedFile[] {
  const { schemas } = plan.model;
  const printer = new TypePrinter(schemas, plan.modelNames);
  const baseOf = (schema: JsonSchema): JsonObject | undefined => {
    const base = followSchema(schema, schemas);
    return base !== undefined && isPlainObject(base) ? base : undefined;
  };
  const types = [...plan.modelNames].map(([schema, name]) =>
    declareType({
      name,
      schema: isEndless(schema, plan) ? true : (schemas[schema] ?? true),
      fallback: `The schema ${code(schema)} of the document.`,
      printer,
      baseOf,
    }),
  );
  return types.length === 0 ? [] : [{ path: 'models.ts', content: types.join('\n') }];
}

/** Whether a schema is defined as itself, through references alone: such a type has no meaning. */
function isEndless(name: string, { model: { schemas } }: SdkPlan): boolean {
  const seen = new Set<string>();
  const reaches = (schema: JsonSchema | undefined): boolean => {
    const target = schemaName(schema);
    if (target === name) {
      return true;
    }
    if (target !== undefined) {
      const isNew = !seen.has(target);
      seen.add(target);
      return isNew && Object.hasOwn(schemas, target) && reaches(schemas[target]);
    }
    return (
      isObject(schema) &&
      ['allOf', 'oneOf', 'anyOf'].some((key) => schemasOf(schema, key).some(reaches))
    );
  };
  return Object.hasOwn(schemas, name) && reaches(schemas[name]);
}
