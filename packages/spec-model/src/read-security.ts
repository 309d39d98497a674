import type { JsonObject, JsonValue, SecurityRequirement, SecurityScheme } from './api-model.ts';
import { compact, entriesOf, extensionsOf, isObject, member, textOf } from './json-reader.ts';
import type { Resolve } from './reference.ts';

/** The alternatives of a `security` member; absent means none. */
export function readSecurity(written: JsonValue | undefined): SecurityRequirement[] {
  return (Array.isArray(written) ? written : []).map((requirement: JsonValue) =>
    Object.fromEntries(
      Object.entries(isObject(requirement) ? requirement : {}).map(([scheme, scopes]) => [
        scheme,
        (Array.isArray(scopes) ? scopes : []).map(String),
      ]),
    ),
  );
}

/** The named security schemes. */
export function readSecuritySchemes(
  document: JsonObject,
  resolve: Resolve,
): { [name: string]: SecurityScheme } {
  const written = entriesOf(member(document, 'components'), 'securitySchemes');
  return Object.fromEntries(written.map(([name, scheme]) => [name, readScheme(resolve(scheme))]));
}

function readScheme(scheme: JsonObject): SecurityScheme {
  const flows = member(scheme, 'flows');
  return compact({
    type: textOf(scheme, 'type') as SecurityScheme['type'], // the structure check saw one of these
    scheme: textOf(scheme, 'scheme')?.toLowerCase(),
    bearerFormat: textOf(scheme, 'bearerFormat'),
    name: textOf(scheme, 'name'),
    in: textOf(scheme, 'in') as SecurityScheme['in'], // the structure check saw one of these
    flows: isObject(flows) ? flows : undefined,
    openIdConnectUrl: textOf(scheme, 'openIdConnectUrl'),
    description: textOf(scheme, 'description'),
    extensions: extensionsOf(scheme),
  });
}
