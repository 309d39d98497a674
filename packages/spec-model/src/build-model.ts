import type { ApiInfo, ApiModel, JsonObject, JsonSchema } from './api-model.ts';
import { compact, entriesOf, extensionsOf, member, textOf } from './json-reader.ts';
import type { Leniency } from './leniency.ts';
import { readOperations } from './read-operations.ts';
import { readResources } from './read-resources.ts';
import { readSecuritySchemes } from './read-security.ts';
import { readServers } from './read-servers.ts';
import { readWebhooks } from './read-webhooks.ts';
import { createResolve } from './reference.ts';

/**
 * Step 6: reads a bundled 3.1 document into the terms of its readers.
 *
 * @remarks Deterministic, and plain data throughout: the same document gives the same JSON text.
 *
 * @param document - With every value of its right type, as the check or the mending step left it.
 * @param leniency - For a document whose faults are reported.
 */
export function buildModel(document: JsonObject, leniency?: Leniency): ApiModel {
  const resolve = createResolve(document);
  const operations = readOperations(document, resolve, leniency);
  return {
    modelVersion: 1,
    info: readInfo(document),
    servers: readServers(document),
    resources: readResources(document, operations),
    operations,
    webhooks: readWebhooks(document, resolve),
    schemas: Object.fromEntries(
      entriesOf(member(document, 'components'), 'schemas').map(([name, schema]) => [
        name,
        schema as JsonSchema, // the structure check saw a schema here
      ]),
    ),
    securitySchemes: readSecuritySchemes(document, resolve),
    extensions: extensionsOf(document),
  };
}

function readInfo(document: JsonObject): ApiInfo {
  const info = member(document, 'info');
  return compact({
    title: textOf(info, 'title') ?? '',
    version: textOf(info, 'version') ?? '',
    description: textOf(info, 'description'),
  });
}
