import { createMock } from '@product/mock-server';
import { createMockFromSpec } from '@product/mock-server/spec';
import { bundleDocument, productDocument } from '../contract/open-document.ts';
import { exampleDocuments, githubDocument } from '../documents/documents.ts';
import type { AnyMock } from '../documents/every-operation.ts';
import { type OpenDocument, openDocument, wholeDocument } from '../documents/open-document.ts';

/** A mock to be fuzzed, and its document. */
export interface Target {
  readonly name: string;
  /** Both anew. */
  readonly open: () => Promise<{ readonly mock: AnyMock; readonly document: OpenDocument }>;
}

const petstore = exampleDocuments().find(({ name }) => name === '3.0/json/petstore.json');

/** The Product API, GitHub's and the petstore. */
export const targets: readonly Target[] = [
  {
    name: 'product',
    open: async () => ({
      mock: createMock({ seed: 1 }),
      document: wholeDocument(await bundleDocument(productDocument)),
    }),
  },
  fromFile('github', githubDocument),
  fromFile('petstore', petstore?.path ?? ''),
];

function fromFile(name: string, path: string): Target {
  return {
    name,
    open: async () => ({
      mock: await createMockFromSpec(path, { seed: 1 }),
      document: openDocument(path),
    }),
  };
}
