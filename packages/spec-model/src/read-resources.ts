import type { ApiOperation, ApiResource, JsonObject, JsonValue } from './api-model.ts';
import { compact, listOf, textOf } from './json-reader.ts';

/** The groups of operations, in the order of the document's tags, then of first appearance. */
export function readResources(
  document: JsonObject,
  operations: readonly ApiOperation[],
): ApiResource[] {
  const names = [...new Set(operations.map((operation) => operation.resource))];
  const tags = listOf(document, 'tags');
  const rank = (name: string): number => {
    const index = tags.findIndex((tag) => isTagOf(tag, name));
    return index === -1 ? tags.length : index;
  };
  return names
    .sort((one, other) => rank(one) - rank(other)) // stable: equals keep their first appearance
    .map((name) =>
      compact({
        name,
        description: textOf(
          tags.find((tag) => isTagOf(tag, name)),
          'description',
        ),
      }),
    );
}

/** The tag `API keys` describes the resource `apiKeys`. */
function isTagOf(tag: JsonValue, resource: string): boolean {
  return plain(textOf(tag, 'name') ?? '') === plain(resource);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
