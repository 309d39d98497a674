import type { ApiOperation, JsonObject, JsonValue } from './api-model.ts';
import {
  compact,
  entriesOf,
  extensionsOf,
  isObject,
  listOf,
  member,
  textOf,
} from './json-reader.ts';
import type { Leniency } from './leniency.ts';
import { operationsIn, type Place } from './list-operations.ts';
import { matchTemplate } from './match-template.ts';
import { nameOperation } from './name-operation.ts';
import { readParameters } from './read-parameters.ts';
import { readRequestBody } from './read-request-body.ts';
import { readResponses } from './read-responses.ts';
import { readSecurity } from './read-security.ts';
import { readServers } from './read-servers.ts';
import type { Resolve } from './reference.ts';

/** Every operation under `paths`, in document order; with leniency those of OpenAPI 3.2 too. */
export function readOperations(
  document: JsonObject,
  resolve: Resolve,
  leniency?: Leniency,
): ApiOperation[] {
  const reading: Reading = { document, resolve, leniency, taken: new Set(), used: new Set() };
  const places = entriesOf(document, 'paths').flatMap(([path, written]) =>
    path.startsWith('/') ? operationsIn(path, resolve(written), leniency !== undefined) : [],
  );
  // Ids that the document gives: made ones must differ from those that come later, too.
  for (const { operation } of places) {
    const id = textOf(operation, 'operationId');
    if (id !== undefined) reading.taken.add(id);
  }
  return places.map((place) => readOperation(reading, place));
}

interface Reading {
  readonly document: JsonObject;
  readonly resolve: Resolve;
  readonly leniency: Leniency | undefined;
  readonly taken: Set<string>;
  readonly used: Set<string>;
}

function readOperation(reading: Reading, place: Place): ApiOperation {
  const { document, resolve, leniency } = reading;
  const { path, pathItem, operation, method, pointer } = place;
  const faults = leniency?.faultsOf(pointer) ?? [];
  return compact({
    ...nameOf(reading, place),
    method,
    path,
    pointer,
    summary: textOf(operation, 'summary') ?? textOf(pathItem, 'summary'),
    description: textOf(operation, 'description') ?? textOf(pathItem, 'description'),
    deprecated: member(operation, 'deprecated') === true,
    parameters: matchTemplate(
      readParameters(
        [...listOf(pathItem, 'parameters'), ...listOf(operation, 'parameters')],
        resolve,
      ),
      place,
      leniency,
    ),
    requestBody: readRequestBody(member(operation, 'requestBody'), resolve),
    responses: readResponses(operation, resolve),
    security: readSecurity(member(operation, 'security') ?? member(document, 'security')),
    servers: ownServers(operation) ?? ownServers(pathItem),
    faults: faults.length === 0 ? undefined : faults,
    extensions: extensionsOf(operation),
  });
}

function nameOf(
  { taken, used, leniency }: Reading,
  place: Place,
): ReturnType<typeof nameOperation> {
  const { operation, method, path, pointer } = place;
  const [tag] = listOf(operation, 'tags');
  const written = textOf(operation, 'operationId');
  const isUsed = written !== undefined && used.has(written);
  if (isUsed) {
    const message = `operationId "${written}" must be unique: it is used before. A made one stands in.`;
    leniency?.note({ pointer, message, code: 'duplicate-operation-id' });
  }
  if (written !== undefined) used.add(written);
  return nameOperation(
    {
      operationId: isUsed ? undefined : written,
      tag: typeof tag === 'string' && tag !== '' ? tag : undefined,
      method: method.toLowerCase(),
      path,
    },
    taken,
  );
}

function ownServers(holder: JsonValue): ApiOperation['servers'] {
  return isObject(holder) && Array.isArray(member(holder, 'servers'))
    ? readServers(holder)
    : undefined;
}
