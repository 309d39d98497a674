import type { JsonObject, JsonSchema } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { COMPOSITION, reachesItself } from '../schema/reaches-itself.ts';
import { followSchema } from '../schema/schema-reader.ts';
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
      schema: reachesItself(schema, schemas, COMPOSITION) || (schemas[schema] ?? true),
      fallback: `The schema ${code(schema)} of the document.`,
      printer,
      baseOf,
    }),
  );
  return types.length === 0 ? [] : [{ path: 'models.ts', content: types.join('\n') }];
}
