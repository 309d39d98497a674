import type { ApiWebhook, JsonObject } from './api-model.ts';
import { compact, entriesOf, extensionsOf, listOf, member, textOf } from './json-reader.ts';
import { readParameters } from './read-parameters.ts';
import { readRequestBody } from './read-request-body.ts';
import type { Resolve } from './reference.ts';

const METHODS = ['post', 'put', 'patch', 'get', 'delete'] as const;

/** The document's `webhooks`; of several methods, the first that carries a body. */
export function readWebhooks(document: JsonObject, resolve: Resolve): ApiWebhook[] {
  return entriesOf(document, 'webhooks').flatMap(([name, written]) => {
    const pathItem = resolve(written);
    const method = METHODS.find((known) => member(pathItem, known) !== undefined);
    if (method === undefined) {
      return [];
    }
    const operation = member(pathItem, method);
    return [
      compact({
        name,
        summary: textOf(operation, 'summary') ?? textOf(pathItem, 'summary'),
        description: textOf(operation, 'description') ?? textOf(pathItem, 'description'),
        requestBody: readRequestBody(member(operation, 'requestBody'), resolve),
        parameters: readParameters(
          [...listOf(pathItem, 'parameters'), ...listOf(operation, 'parameters')],
          resolve,
        ),
        extensions: extensionsOf(operation),
      }),
    ];
  });
}
