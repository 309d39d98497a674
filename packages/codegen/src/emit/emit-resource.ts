import type { GeneratedFile } from '../generated-file.ts';
import type { OperationPlan, ParametersPlan } from '../plan/plan-operation.ts';
import type { ResourcePlan } from '../plan/plan-resources.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { docComment, prose } from '../text/doc-comment.ts';
import { spokenName } from '../text/identifier.ts';
import { objectKey, stringLiteral } from '../text/literal.ts';
import { declareOperationTypes } from './declare-operation-types.ts';
import { describeOperation } from './describe-operation.ts';
import { errorClassOf } from './error-classes.ts';
import { importsOfForms, methodForm } from './method-form.ts';

/** `resources/*.ts`: one class per resource, after the types that belong to its operations. */
export function emitResources(plan: SdkPlan): GeneratedFile[] {
  return plan.resources.map((resource) => {
    const types = resource.operations.flatMap((planned) =>
      declareOperationTypes(resource, planned),
    );
    const methods = resource.operations.map(
      (planned) =>
        docComment(describeOperation({ plan, resource, planned })) + methodOf(plan, planned),
    );
    const content = [
      importsOf(resource),
      ...types,
      `${docComment(describeResource(resource))}export class ${resource.className} extends ${resource.baseClass} {
${methods.join('\n')}
}
`,
    ].join('\n');
    return { path: `resources/${resource.fileName}.ts`, content };
  });
}

function describeResource({ resource, operations }: ResourcePlan): { summary: string } {
  const methods = operations.map(({ method }) => `\`${method}\``).join(', ');
  return {
    summary:
      prose(resource.description ?? '') || `The resource ${spokenName(resource.name)}: ${methods}.`,
  };
}

/** A method: typed parameters in, one line to the caller. */
function methodOf(plan: SdkPlan, planned: OperationPlan): string {
  const { operation, method } = planned;
  const { returns, call } = methodForm(planned);
  const facts = `operations[${stringLiteral(operation.id)}]`;
  return `${method}(${parametersOf(planned, plan)}): ${returns} {
  return ${call(facts, inputOf(planned))};
}
`;
}

function parametersOf(planned: OperationPlan, plan: SdkPlan): string {
  const { path, body, query, headers, printer } = planned;
  return [
    ...path.map(({ name, parameter }) => {
      const type = printer.print(parameter.schema);
      return `${name}: ${isPathType(type, plan) ? type : 'string'}`;
    }),
    ...(body === undefined ? [] : [`body${body.required ? '' : '?'}: ${body.type}`]),
    ...(query === undefined ? [] : [`query: ${query.typeName}${defaultOf(query)}`]),
    ...(headers === undefined ? [] : [`headers: ${headers.typeName}${defaultOf(headers)}`]),
    `options?: ${methodForm(planned).options}`,
  ]
    .reduceRight<string[]>(requireBeforeRequired, [])
    .join(', ');
}

/** TypeScript wants required parameters first: an optional body before a required query may be undefined. */
function requireBeforeRequired(later: string[], parameter: string): string[] {
  const isFollowed = later.some((next) => !next.includes('?:') && !next.includes(' = '));
  const [name, type] = parameter.split('?: ');
  const written = isFollowed && type !== undefined ? `${name}: ${type} | undefined` : parameter;
  return [written, ...later];
}

function defaultOf({ required, parameters }: ParametersPlan): string {
  if (required) {
    return '';
  }
  // `{}` has a constructor of its own, which is no value for a parameter of that name.
  return parameters.some(({ name }) => name in {}) ? ' = Object.create(null)' : ' = {}';
}

function isPathType(type: string, plan: SdkPlan): boolean {
  const models = new Set(plan.modelNames.values());
  return type
    .split(' | ')
    .every((part) => part === 'string' || part === 'number' || /^"/.test(part) || models.has(part));
}

function inputOf({ path, body, query, headers }: OperationPlan): string {
  const members = path.map(({ name, parameter }) => `${objectKey(parameter.name)}: ${name}`);
  return `{ ${[
    ...(members.length === 0 ? [] : [`path: { ${members.join(', ')} }`]),
    ...(body === undefined ? [] : [body.isForm ? 'body: multipart(body)' : 'body']),
    ...(query === undefined ? [] : ['query']),
    ...(headers === undefined ? [] : ['headers: { ...headers }']),
  ].join(', ')} }`;
}

function importsOf({ operations, baseClass }: ResourcePlan): string {
  const models = new Set(operations.flatMap(({ printer }) => [...printer.used]));
  const errors = operations.flatMap(({ operation }) =>
    operation.responses.flatMap(({ status }) => errorClassOf(status) ?? []),
  );
  const forms = operations.map(methodForm);
  return `${importsOfForms(forms, { values: [baseClass], types: errors })}${models.size === 0 ? '' : `import type { ${[...models].sort().join(', ')} } from '../models.ts';`}
import { operations } from '../operations.ts';
`;
}
