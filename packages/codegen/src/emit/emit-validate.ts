import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import { jsonContent } from '../plan/json-content.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { slimSchema } from '../schema/slim-schema.ts';
import { dataLiteral } from '../text/literal.ts';

/** `validate.ts`: the schemas of the successes, and the validator that knows them. No other file needs it. */
export function emitValidate(plan: SdkPlan): GeneratedFile[] {
  const content = `import { createResponseValidator, type ResponseSchemas, type ResponseValidator, type ResponseValidatorOptions } from '@product/client-runtime/validate';

/** The schemas of the successes of the API, by operationId and status. */
export const responseSchemas: ResponseSchemas = ${dataLiteral(schemasOf(plan))};

/**
 * Checks each success against the document, for development and tests; it goes into the client's option
 * \`validateResponses\`.
 *
 * @param options - What becomes of an answer that the document does not allow.
 * @example
 * \`\`\`ts
 * const client = new ${plan.clientName}({ validateResponses: responseValidator({ mode: 'warn' }) });
 * \`\`\`
 */
export function responseValidator(options: ResponseValidatorOptions = {}): ResponseValidator {
  return createResponseValidator(responseSchemas, options);
}
`;
  return [{ path: 'validate.ts', content }];
}

function schemasOf({ model, resources }: SdkPlan): JsonObject {
  const needed = new Set<string>();
  const slim = (schema: JsonSchema): JsonValue => slimSchema(schema, (name) => needed.add(name));
  const operations = resources
    .flatMap((resource) => resource.operations)
    .filter(({ result }) => result.form === 'data')
    .map(({ operation }): [string, JsonObject] => {
      const answers = operation.responses.filter(({ status }) => /^[2d]/.test(status));
      const byStatus = answers.flatMap((response): [string, JsonValue][] => {
        const schema = jsonContent(response)?.schema;
        return schema === undefined ? [] : [[response.status, slim(schema)]];
      });
      return [operation.id, Object.fromEntries(byStatus)];
    })
    .filter(([, byStatus]) => Object.keys(byStatus).length > 0);
  // The set grows while it is read: a schema may need others.
  const named: [string, JsonValue][] = [];
  for (const name of needed) named.push([name, slim(model.schemas[name] ?? true)]);
  return { $defs: Object.fromEntries(named), operations: Object.fromEntries(operations) };
}
