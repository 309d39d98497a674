/// <reference path="./scalar-types.d.ts" />
import { upgrade } from '@scalar/openapi-upgrader';
import type { JsonObject } from './api-model.ts';

/** Step 4: Swagger 2.0 and OpenAPI 3.0 become 3.1, whose schemas are JSON Schema. */
export function upgradeDocument(document: JsonObject): JsonObject {
  const upgraded: unknown = upgrade(structuredClone(document), '3.1');
  return upgraded as JsonObject; // the upgrader rearranges plain data
}
