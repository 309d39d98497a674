import { type ApiModel, isObject, type JsonObject, member, textOf } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { dataLiteral } from '../text/literal.ts';

/** `profile.ts`: what the runtime knows of the API as a whole. */
export function emitProfile(plan: SdkPlan): GeneratedFile[] {
  const profile: JsonObject = {
    clientName: plan.clientName,
    packageName: plan.packageName,
    apiVersion: plan.model.info.version,
    baseUrl: plan.model.servers[0]?.url ?? '',
    env: envOf(plan),
    keyPrefixes: keyPrefixesOf(plan.model),
  };
  const content = `import type { ApiProfile } from '@product/client-runtime';

/** What the document says of the API as a whole. */
export const profile: ApiProfile = ${dataLiteral(profile)};
`;
  return [{ path: 'profile.ts', content }];
}

/** Names of environment variables: the root's `x-env`, else made from the client's name. */
export function envOf(plan: SdkPlan): { readonly apiKey: string; readonly baseUrl: string } {
  const named = plan.model.extensions['x-env'];
  const prefix = plan.productName.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return {
    apiKey: textOf(named, 'api_key') ?? `${prefix}_API_KEY`,
    baseUrl: textOf(named, 'base_url') ?? `${prefix}_BASE_URL`,
  };
}

/** What keys of each mode begin with (`x-api-key-policy` of a security scheme). */
function keyPrefixesOf({ securitySchemes }: ApiModel): JsonObject {
  const modes = Object.values(securitySchemes)
    .map((scheme) => member(scheme.extensions['x-api-key-policy'], 'modes'))
    .find(isObject);
  return Object.fromEntries(
    Object.entries(modes ?? {}).flatMap(([mode, facts]) => {
      const prefix = textOf(facts, 'prefix');
      return prefix === undefined ? [] : [[mode, prefix]];
    }),
  );
}
