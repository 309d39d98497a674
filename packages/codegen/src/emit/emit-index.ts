import type { GeneratedFile } from '../generated-file.ts';
import type { OperationPlan } from '../plan/plan-operation.ts';
import type { ResourcePlan } from '../plan/plan-resources.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { RUNTIME_TYPES, RUNTIME_VALUES } from '../text/runtime-exports.ts';
import { hasOwnEventUnion } from './emit-webhooks.ts';

/** `index.ts`: everything that a user imports, by name. */
export function emitIndex(plan: SdkPlan): GeneratedFile[] {
  const { clientName, productName, resources } = plan;
  const runtime = [
    `ClientError as ${productName}Error`,
    ...RUNTIME_VALUES,
    ...RUNTIME_TYPES.map((name) => `type ${name}`),
  ];
  const models = [...plan.modelNames.values()];
  const events = hasOwnEventUnion(plan) ? ['WebhookEventMap'] : ['WebhookEvent', 'WebhookEventMap'];
  const answers = resources
    .map(exportAnswers)
    .filter((line) => line !== '')
    .join('\n');
  const content = [
    `export { ${runtime.join(', ')} } from '@product/client-runtime';`,
    `export { ${clientName}, type ${clientName}Options } from './client.ts';`,
    ...(models.length === 0 ? [] : [`export type { ${models.join(', ')} } from './models.ts';`]),
    ...resources.map(({ className, fileName, operations }) => {
      const types = operations.flatMap(typesOf).map((name) => `type ${name}`);
      return `export { ${[className, ...types].join(', ')} } from './resources/${fileName}.ts';`;
    }),
    ...(plan.webhooks.length === 0
      ? []
      : [`export type { ${events.join(', ')} } from './webhooks.ts';`]),
    answers === '' ? '' : "export type * from './answers.ts';",
  ].join('\n');
  return [
    { path: 'index.ts', content: `${content}\n` },
    ...(answers === '' ? [] : [{ path: 'answers.ts', content: `${answers}\n` }]),
  ];
}

/** What each call can be answered: many types, that few name; a package exports them in one line. */
function exportAnswers({ operations, fileName }: ResourcePlan): string {
  const names = operations.flatMap(({ answers }) => answers?.typeName ?? []);
  return names.length === 0
    ? ''
    : `export type { ${names.join(', ')} } from './resources/${fileName}.ts';`;
}

function typesOf({ query, headers, body, result }: OperationPlan): string[] {
  const parts = [body?.declared?.name, result.declared?.name];
  return [query?.typeName, headers?.typeName, ...parts].filter((name) => name !== undefined);
}
