import { readdirSync } from 'node:fs';
import { generate } from '@product/codegen';
import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { productDocument } from '../contract/open-document.ts';

const folder = new URL('../../spec/dialects/', import.meta.url);
const dialects = readdirSync(folder).filter((name) => name.endsWith('.overlay.yaml'));

test.each(dialects)('%s applies without a warning and gives a client', async (name) => {
  const api = await loadApi(productDocument, { overlays: [new URL(name, folder)] });
  const files = await generate(api, { clientName: 'DialectClient', packageName: 'dialect' });
  expect(api.warnings).toEqual([]);
  expect(files.map(({ path }) => path)).toContain('client.ts');
  expect(api.model.info.title).not.toBe('Product API');
});
