/**
 * Writes `src/generated/product-model.ts`, the model of `spec/openapi.yaml` that the mock of the
 * Product API carries. With `--check` nothing is written, and drift is an exit code of 1.
 */
import { loadApi } from '@product/spec-model';
import { inferCollections } from '../src/infer/infer-collections.ts';
import { storeCollections } from '../src/infer/stored-collections.ts';
import { readRules } from '../src/model/read-rules.ts';
import { ownSchemaTools } from '../src/schema/own-schema-tools.ts';
import { packData } from './pack-data.ts';
import { slimModel } from './slim-model.ts';
import { writeGenerated } from './write-generated.ts';

const document = new URL('../../../spec/openapi.yaml', import.meta.url);

const { model: whole } = await loadApi(document);
const model = slimModel(whole);
const rules = readRules(model, {
  findCollections: inferCollections,
  schemaTools: ownSchemaTools,
});
const builtIn = { model, collections: storeCollections(rules.collections) };
// As text for JSON.parse: engines read that several times faster than an object literal.
const json = JSON.stringify(JSON.stringify(packData(JSON.parse(JSON.stringify(builtIn)))));
const text = `// Generated from spec/openapi.yaml by scripts/generate-model.ts; do not edit.
import type { ApiModel } from '@product/spec-model';
import type { StoredCollections } from '../infer/stored-collections.ts';
import { type BuiltIn, unpack } from '../model/packed-model.ts';

const builtIn: BuiltIn = unpack(
  JSON.parse(
    ${json},
  ),
);

/** The Product API, without what only readers need. */
export const productModel: ApiModel = builtIn.model;

/** What was inferred from it. */
export const productCollections: StoredCollections = builtIn.collections;
`;

writeGenerated('product-model.ts', text);
