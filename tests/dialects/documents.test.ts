import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadApi } from '@product/spec-model';
import { lintFromString, loadConfig } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { productDocument } from '../contract/open-document.ts';
import { overlayOf } from './open-dialect.ts';

const spec = fileURLToPath(new URL('../../spec/', import.meta.url));
const dialects = globSync('*.overlay.yaml', { cwd: `${spec}dialects` })
  .map((file) => file.replace('.overlay.yaml', ''))
  .sort();

test.each(dialects)('the document of %s keeps the rules of the Product document', async (name) => {
  const { document } = await loadApi(productDocument, { overlays: [overlayOf(name)] });
  const config = await loadConfig({ configPath: `${spec}redocly.yaml` });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  // An overlay takes away what made use of a component, and may leave the component.
  const told = problems.filter(({ ruleId }) => ruleId !== 'no-unused-components');
  expect(told.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`)).toEqual([]);
});
