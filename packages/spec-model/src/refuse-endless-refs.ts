import type { JsonObject, JsonValue } from './api-model.ts';
import { DocumentError, type DocumentProblem } from './document-error.ts';
import { isObject, textOf } from './json-reader.ts';
import { problemAt } from './problem-at.ts';
import type { WrittenDocument } from './read-document.ts';
import { lookUp, pointerTo } from './reference.ts';

/**
 * Refuses references that lead only to themselves, which no tool can follow.
 *
 * @remarks Linter and bundler give up on these without saying where they are.
 *
 * @throws A {@link DocumentError} with the place of each.
 */
export function refuseEndlessRefs(document: WrittenDocument): void {
  const problems = findEndlessRefs(document);
  if (problems.length > 0) {
    throw new DocumentError(document.source.absoluteRef, problems);
  }
}

function findEndlessRefs({ parsed, source }: WrittenDocument): DocumentProblem[] {
  const document = parsed as JsonObject; // parsed from YAML or JSON, so plain data
  const problems: DocumentProblem[] = [];
  const visit = (value: JsonValue, path: readonly string[]): void => {
    const ref = textOf(value, '$ref');
    if (ref !== undefined && isEndless(ref, document)) {
      const pointer = pointerTo(...path);
      const message = `cannot follow ${ref}: it leads back to itself.`;
      problems.push(problemAt(source, { pointer, message, code: 'dangling-ref' }));
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
