import {
  type Config,
  createConfig,
  getLineColLocation,
  lintDocument,
  type NormalizedProblem,
} from '@redocly/openapi-core';
import { DocumentError, type DocumentProblem, type DocumentProblemCode } from './document-error.ts';
import { documentRules } from './document-rules.ts';
import type { LocalResolver } from './local-resolver.ts';
import type { WrittenDocument } from './read-document.ts';
import { refuseEndlessRefs } from './refuse-endless-refs.ts';

const CODES: { readonly [rule: string]: DocumentProblemCode } = {
  struct: 'structure',
  'no-unresolved-refs': 'dangling-ref',
  'no-identical-paths': 'duplicate-path',
  'path-parameters-defined': 'path-parameter',
  'path-declaration-must-exist': 'path-parameter',
  'operation-parameters-unique': 'duplicate-parameter',
  'spec-components-invalid-map-name': 'component-name',
  'product/unique-operation-ids': 'duplicate-operation-id',
  'product/known-security-schemes': 'unknown-security-scheme',
};

/** Step 2: sees that the document, as written, says one thing and says it completely. */
export async function checkDocument(
  document: WrittenDocument,
  resolver: LocalResolver,
): Promise<void> {
  refuseEndlessRefs(document);
  const problems = await lintDocument({
    document,
    config: await checkConfig(),
    externalRefResolver: resolver,
  });
  if (problems.length > 0) {
    throw new DocumentError(document.source.absoluteRef, problems.map(toProblem));
  }
}

function checkConfig(): Promise<Config> {
  const rules = Object.fromEntries(Object.keys(CODES).map((rule) => [rule, 'error' as const]));
  return createConfig({ rules }, { plugins: [documentRules] });
}

/**
 * Gives a problem of the linter its place in the file.
 *
 * @param problem - As the linter reports it.
 */
export function toProblem(problem: NormalizedProblem): DocumentProblem {
  const location = problem.location[0];
  if (location === undefined) {
    throw new TypeError(`cannot place a problem of ${problem.ruleId}: it has no location.`);
  }
  const { start } = getLineColLocation(location);
  const code = problem.message.startsWith('Failed to parse') ? 'syntax' : CODES[problem.ruleId];
  return {
    message: problem.message,
    file: location.source.absoluteRef,
    line: start.line,
    column: start.col,
    pointer: location.pointer ?? '#/',
    code: code ?? 'structure',
  };
}
