import { type ApiModel, isObject, type JsonObject, member, textOf } from '@product/spec-model';
import type { GeneratedFile } from '../generated-file.ts';
import { findCredential, needsCredential } from '../plan/find-credential.ts';
import { findErrorPlaces } from '../plan/find-error-places.ts';
import type { SdkPlan } from '../plan/plan-sdk.ts';
import { dataLiteral } from '../text/literal.ts';

/** `profile.ts`: what the runtime knows of the API as a whole. */
export function emitProfile(plan: SdkPlan): GeneratedFile[] {
  const profile: JsonObject = {
    clientName: plan.clientName,
    packageName: plan.packageName,
    ...(plan.packageVersion !== undefined && { packageVersion: plan.packageVersion }),
    apiVersion: plan.model.info.version,
    baseUrl: plan.model.servers[0]?.url ?? '',
    env: envOf(plan),
    keyPrefixes: textsOfModes(plan.model, 'prefix'),
    ...modeUrlsOf(plan.model),
  };
  const credential = findCredential(plan.model, plan.document);
  const isKeyless = !needsCredential(plan.model);
  const places = findErrorPlaces(plan.model.extensions['x-error-format']);
  const uses = [
    ...credential.uses,
    ...(places === undefined ? [] : ['errorAt']),
    ...(isKeyless ? ['noCredential'] : []),
  ].join(', ');
  const functions = [
    `credential: ${credential.code}`,
    ...(places === undefined ? [] : [`readError: errorAt(${dataLiteral(places)})`]),
    ...(isKeyless ? ['withoutKey: noCredential'] : []),
  ].join(', ');
  const content = `import { type ApiProfile, ${uses} } from '@product/client-runtime';

/** What the document says of the API as a whole. */
export const profile: ApiProfile = ${dataLiteral(profile).slice(0, -1)}, ${functions} };
`;
  return [{ path: 'profile.ts', content }];
}

type Variables = { readonly [Option in 'apiKey' | 'baseUrl' | 'log']: string };

/** Names of environment variables: the root's `x-env`, else made from the client's name. */
export function envOf(plan: SdkPlan): Variables {
  const named = plan.model.extensions['x-env'];
  const prefix = plan.productName.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return {
    apiKey: textOf(named, 'api_key') ?? `${prefix}_API_KEY`,
    baseUrl: textOf(named, 'base_url') ?? `${prefix}_BASE_URL`,
    log: textOf(named, 'log') ?? `${prefix}_LOG`,
  };
}

/** Where keys of each mode are used, if that is not the same for all. */
function modeUrlsOf(model: ApiModel): JsonObject {
  const modeUrls = textsOfModes(model, 'base_url');
  return Object.keys(modeUrls).length === 0 ? {} : { modeUrls };
}

/** What `x-api-key-policy` of a security scheme says of each mode's keys. */
function textsOfModes({ securitySchemes }: ApiModel, name: 'prefix' | 'base_url'): JsonObject {
  const modes = Object.values(securitySchemes)
    .map((scheme) => member(scheme.extensions['x-api-key-policy'], 'modes'))
    .find(isObject);
  return Object.fromEntries(
    Object.entries(modes ?? {}).flatMap(([mode, facts]) => {
      const text = textOf(facts, name);
      return text === undefined ? [] : [[mode, text.replace(/\/+$/, '')]];
    }),
  );
}
