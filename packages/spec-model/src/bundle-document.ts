import { bundle, createConfig } from '@redocly/openapi-core';
import type { JsonObject } from './api-model.ts';
import { toProblem } from './check-document.ts';
import { DocumentError } from './document-error.ts';
import type { LocalResolver } from './local-resolver.ts';
import type { WrittenDocument } from './read-document.ts';

/**
 * Step 3: draws every referenced file into one document; afterwards references are local.
 *
 * @remarks The bundler writes into the parsed document, so what was read is no longer what was
 * written: positions are looked up before this step.
 */
export async function bundleDocument(
  document: WrittenDocument,
  resolver: LocalResolver,
): Promise<JsonObject> {
  const result = await bundle({
    doc: document,
    config: await createConfig({}),
    externalRefResolver: resolver,
    componentRenamingConflicts: 'off',
  });
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    throw new DocumentError(document.source.absoluteRef, errors.map(toProblem));
  }
  return result.bundle.parsed as JsonObject; // parsed from YAML or JSON, so plain data
}
