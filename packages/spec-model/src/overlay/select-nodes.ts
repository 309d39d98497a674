import { JSONPathEnvironment, JSONPathError } from 'json-p3';
import type { JsonObject, JsonValue } from '../api-model.ts';

/** The names and indexes that lead from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** A value of a document, and where it stands. */
export interface SelectedNode {
  /** From the root. */
  readonly path: Path;
  /** What stands there. */
  readonly value: JsonValue;
}

/** Finds the values of a document that one query means, each once, in the query's order. */
export type Select = (document: JsonObject) => readonly SelectedNode[];

// `..` ends at depth 50 by default; a schema may nest deeper.
const environment = new JSONPathEnvironment({ maxRecursionDepth: 10_000 });

/**
 * Reads a query.
 *
 * @param query - A JSONPath.
 * @returns What finds its values, or in words why it is no JSONPath of RFC 9535.
 * @see RFC 9535 section 2.1
 */
export function readQuery(query: string): Select | string {
  try {
    const compiled = environment.compile(query);
    return (document) => {
      // The library's type lets it change what it is given, but it only reads.
      const { nodes } = compiled.query(document as Parameters<typeof compiled.query>[0]);
      return distinct(
        nodes.map(({ value, location }) => ({
          value: value as JsonValue, // what was found in JSON is JSON
          path: location,
        })),
      );
    };
  } catch (error) {
    if (error instanceof JSONPathError) {
      const [reason] = error.message.split(" ('");
      return `${reason} at character ${error.token.index + 1}`;
    }
    throw error;
  }
}

// `$[0, 0]` selects one value twice; an action is for each value once.
function distinct(nodes: readonly SelectedNode[]): SelectedNode[] {
  return [...new Map(nodes.map((node) => [JSON.stringify(node.path), node])).values()];
}
