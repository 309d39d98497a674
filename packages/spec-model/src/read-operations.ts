import type { ApiOperation, HttpMethod, JsonObject, JsonValue } from './api-model.ts';
import { compact, entriesOf, extensionsOf, listOf, member, textOf } from './json-reader.ts';
import { nameOperation } from './name-operation.ts';
import { readParameters } from './read-parameters.ts';
import { readRequestBody } from './read-request-body.ts';
import { readResponses } from './read-responses.ts';
import { readSecurity } from './read-security.ts';
import { pointerTo, type Resolve } from './reference.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Every operation under `paths`, in document order. */
export function readOperations(document: JsonObject, resolve: Resolve): ApiOperation[] {
  const taken = new Set(writtenIds(document, resolve));
  const operations: ApiOperation[] = [];
  for (const [path, written] of entriesOf(document, 'paths')) {
    const pathItem = resolve(written);
    for (const key of Object.keys(pathItem)) {
      const method = METHODS.find((known) => known === key);
      if (method !== undefined && path.startsWith('/')) {
        operations.push(readOperation({ document, resolve, taken, path, pathItem, method }));
      }
    }
  }
  return operations;
}

/** Ids that the document gives: made ones must differ from those that come later, too. */
function writtenIds(document: JsonObject, resolve: Resolve): string[] {
  return entriesOf(document, 'paths').flatMap(([, written]) => {
    const pathItem = resolve(written);
    return METHODS.flatMap((method) => textOf(pathItem[method], 'operationId') ?? []);
  });
}

interface Place {
  readonly document: JsonObject;
  readonly resolve: Resolve;
  readonly taken: Set<string>;
  readonly path: string;
  readonly pathItem: JsonObject;
  readonly method: (typeof METHODS)[number];
}

function readOperation(place: Place): ApiOperation {
  const { document, resolve, path, pathItem, method } = place;
  const operation: JsonValue | undefined = pathItem[method];
  const name = nameOperation(
    { operationId: textOf(operation, 'operationId'), tag: firstTag(operation), method, path },
    place.taken,
  );
  return compact({
    ...name,
    method: method.toUpperCase() as HttpMethod, // METHODS lists the same words in lower case
    path,
    pointer: pointerTo('paths', path, method),
    summary: textOf(operation, 'summary') ?? textOf(pathItem, 'summary'),
    description: textOf(operation, 'description') ?? textOf(pathItem, 'description'),
    deprecated: member(operation, 'deprecated') === true,
    parameters: readParameters(
      [...listOf(pathItem, 'parameters'), ...listOf(operation, 'parameters')],
      resolve,
    ),
    requestBody: readRequestBody(member(operation, 'requestBody'), resolve),
    responses: readResponses(operation, resolve),
    security: readSecurity(member(operation, 'security') ?? member(document, 'security')),
    extensions: extensionsOf(operation),
  });
}

function firstTag(operation: JsonValue | undefined): string | undefined {
  const [tag] = listOf(operation, 'tags');
  return typeof tag === 'string' && tag !== '' ? tag : undefined;
}
