import { getLineColLocation } from '@redocly/openapi-core';
import type { JsonObject, JsonValue } from './api-model.ts';
import type { DocumentProblem } from './document-error.ts';
import { isObject, textOf } from './json-reader.ts';
import type { WrittenDocument } from './read-document.ts';
import { lookUp, pointerTo } from './reference.ts';

/**
 * Finds references that lead only to themselves, which no tool can follow.
 *
 * @remarks The linter gives up on these without saying where they are.
 */
export function findEndlessRefs({ parsed, source }: WrittenDocument): DocumentProblem[] {
  const document = parsed as JsonObject; // parsed from YAML or JSON, so plain data
  const problems: DocumentProblem[] = [];
  const visit = (value: JsonValue, path: readonly string[]): void => {
    const ref = textOf(value, '$ref');
    if (ref !== undefined && isEndless(ref, document)) {
      const pointer = pointerTo(...path);
      const { start } = getLineColLocation({ source, pointer });
      problems.push({
        message: `cannot follow ${ref}: it leads back to itself.`,
        file: source.absoluteRef,
        line: start.line,
        column: start.col,
        pointer,
        code: 'dangling-ref',
      });
    }
    if (typeof value === 'object' && value !== null) {
      for (const [name, held] of Object.entries(value)) {
        visit(held, [...path, name]);
      }
    }
  };
  visit(document, []);
  return problems;
}

function isEndless(first: string, document: JsonObject): boolean {
  const seen = new Set<string>();
  let ref: string | undefined = first;
  while (ref?.startsWith('#/')) {
    if (seen.has(ref)) {
      return true;
    }
    seen.add(ref);
    const target = lookUp(document, ref);
    ref = isObject(target) ? textOf(target, '$ref') : undefined;
  }
  return false;
}
