import type { ApiParameter, JsonValue } from '@product/spec-model';
import type { OperationPlan, ParametersPlan } from '../plan/plan-operation.ts';
import { sampleValue } from '../schema/sample-value.ts';
import { schemaName } from '../schema/schema-reader.ts';
import { exampleLiteral } from '../text/example-code.ts';
import { camelCase, NameRegister } from '../text/identifier.ts';
import { RESERVED_WORDS } from '../text/reserved-names.ts';
import type { OperationDocs } from './operation-docs.ts';

/** Writes a call of the operation as a reader would, with the document's own examples. */
export function exampleCall({ plan, resource, planned }: OperationDocs): string {
  const { schemas } = plan.model;
  const sample = (parameter: ApiParameter): JsonValue =>
    parameter.example ?? sampleValue(parameter.schema, schemas);
  const path = planned.path.map(({ parameter }) => exampleLiteral(asPathValue(sample(parameter))));
  const query = exampleParameters(planned, planned.query, sample);
  const headers = exampleParameters(planned, planned.headers, sample);
  const rest = [exampleBody(planned, schemas), query, headers];
  const written = rest.filter((argument) => argument !== undefined);
  // Arguments that may be left out are, when nothing follows them.
  const args = [...path, ...dropTrailing(written)].join(', ');
  const call = `client.${resource.propertyName}.${planned.method}(${args})`;
  return exampleUse(planned, call);
}

function exampleBody(
  planned: OperationPlan,
  schemas: OperationDocs['plan']['model']['schemas'],
): string | undefined {
  const { body } = planned;
  if (body === undefined) {
    return undefined;
  }
  if (/FormData$|^Blob/.test(body.type)) {
    return body.type.endsWith('FormData') ? 'new FormData()' : 'new Blob([])';
  }
  return exampleLiteral(body.examples[0]?.value ?? sampleValue(body.schema, schemas));
}

/** The required parameters; of a list, one filter as well, to show that there are some. */
function exampleParameters(
  { pagination }: OperationPlan,
  planned: ParametersPlan | undefined,
  sample: (parameter: ApiParameter) => JsonValue,
): string | undefined {
  if (planned === undefined) {
    return undefined;
  }
  const required = planned.parameters.filter((parameter) => parameter.required);
  const filter = planned.parameters.find(
    ({ name, example }) =>
      example !== undefined &&
      name !== pagination?.parameter &&
      name !== pagination?.limitParameter,
  );
  const shown =
    required.length > 0 || pagination === undefined || filter === undefined ? required : [filter];
  return exampleLiteral(
    Object.fromEntries(shown.map((parameter) => [parameter.name, sample(parameter)])),
  );
}

function dropTrailing(args: readonly string[]): string[] {
  const last = args.findLastIndex((argument) => argument !== '{}');
  return args.slice(0, last + 1);
}

function asPathValue(value: JsonValue): JsonValue {
  return typeof value === 'string' || typeof value === 'number' ? value : 'text';
}

function exampleUse(planned: OperationPlan, call: string): string {
  const { result, pagination } = planned;
  if (pagination !== undefined) {
    const item = variableFor(schemaName(pagination.items) ?? 'item');
    return `for await (const ${item} of ${call}) {\n  console.log(${item});\n}`;
  }
  if (result.form !== 'data') {
    const item = result.form === 'jsonLines' ? 'item' : 'event';
    return `for await (const ${item} of ${call}) {\n  console.log(${item});\n}`;
  }
  if (result.type === 'void') {
    return `await ${call};`;
  }
  const simple = /^[A-Za-z0-9]+/.exec(result.declared === undefined ? result.type : '')?.[0];
  const isModel = simple !== undefined && /^[A-Z]/.test(simple);
  return `const ${variableFor(isModel ? simple : 'result')} = await ${call};`;
}

function variableFor(name: string): string {
  return new NameRegister([...RESERVED_WORDS, 'client']).claim(camelCase(name), 'Value');
}
