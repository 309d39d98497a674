import { inferCollections } from '../infer/infer-collections.ts';
import { readListRules } from '../model/list-rules.ts';
import { readOperation } from '../model/operation.ts';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { inspectJson } from './inspect-json.ts';
import { inspectText } from './inspect-text.ts';
import type { Paint } from './paint.ts';
import type { InspectArguments } from './read-inspect-arguments.ts';

/**
 * Says what was inferred from a document: what each operation does to which rows, and why.
 *
 * @returns Text that ends with a line break.
 * @throws `DocumentError` of spec-model for a text that is no OpenAPI.
 * @throws `MockError` with code `invalid_model` for an `x-mock-` field that cannot be.
 */
export async function inspect(args: InspectArguments, paint: Paint): Promise<string> {
  const { readApi } = await import('@product/spec-model');
  const { document, overlays, allowRemote, json } = args;
  const { model } = await readApi(document, { overlays, allowRemote });
  const operations = model.operations.map(readOperation);
  const schemas = createSchemaReader(model.schemas);
  const collections = inferCollections({
    operations,
    schemas,
    lists: readListRules(model),
    extensions: model.extensions,
  });
  const inspection = { model, operations, collections, schemas };
  return json
    ? `${JSON.stringify(inspectJson(inspection), null, 2)}\n`
    : inspectText(inspection, paint);
}
