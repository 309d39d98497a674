import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { GeneratedFile } from '../generated-file.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { COMPOSITION, reachesItself } from '../schema/reaches-itself.ts';

// openapi-typescript writes these in place, where TypeScript allows no cycle.
const IN_PLACE = [...COMPOSITION, 'items', 'prefixItems'];

/** `schema.ts`: the document as openapi-typescript writes it, for `client.api`. */
export async function emitSchema(plan: SdkPlan): Promise<GeneratedFile[]> {
  // The check saw an OpenAPI document; openapi-typescript changes what it is given.
  const document = structuredClone(plan.document) as unknown as OpenAPI3;
  const { schemas } = plan.model;
  for (const name of Object.keys(schemas).filter((one) => reachesItself(one, schemas, IN_PLACE))) {
    Object.assign(document.components?.schemas ?? {}, { [name]: {} });
  }
  const nodes = await openapiTypescript(document, { silent: true, defaultNonNullable: false });
  return [{ path: 'schema.ts', content: astToString(nodes) }];
}
