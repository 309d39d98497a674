import type { JsonObject, JsonValue } from './api-model.ts';
import type { FileRules } from './document-source.ts';
import type { DocumentFault } from './mend/mender.ts';
import type { ReadSource } from './read-source.ts';

/**
 * Step 3 of a forgiving reading: draws the files that a document refers to into it.
 *
 * @remarks The bundler is loaded only for documents of many files. A reference that it cannot
 * follow stays as it is, for the next step to report.
 *
 * @param note - Hears of a document that the bundler gives up on.
 */
export async function gatherFiles(
  { parsed, file }: ReadSource,
  rules: FileRules,
  note: (fault: DocumentFault) => void,
): Promise<JsonObject> {
  if (!refersToFiles(parsed)) return parsed;
  const [{ bundle, createConfig, Source }, { LocalResolver }] = await Promise.all([
    import('@redocly/openapi-core'),
    import('./local-resolver.ts'),
  ]);
  try {
    const { bundle: gathered } = await bundle({
      // The bundler writes into what it is given.
      doc: { source: new Source(file, ''), parsed: structuredClone(parsed) },
      config: await createConfig({}),
      externalRefResolver: new LocalResolver(rules),
      componentRenamingConflicts: 'off',
    });
    return gathered.parsed as JsonObject; // parsed from YAML or JSON, so plain data
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `cannot draw in the files that are referred to: ${reason}.`;
    note({ pointer: '#/', message, code: 'dangling-ref' });
    return parsed;
  }
}

function refersToFiles(document: JsonObject): boolean {
  const open: JsonValue[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if ('$ref' in value && typeof value.$ref === 'string' && !value.$ref.startsWith('#')) {
      return true;
    }
    for (const held of Object.values(value)) {
      if (typeof held === 'object' && held !== null) open.push(held);
    }
  }
  return false;
}
