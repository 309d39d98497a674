/**
 * `pnpm documents`: every operation of every document, with the share that was carried out. Exit
 * code 1 when an answer broke its document.
 */
import { createMockFromSpec } from '@product/mock-server/spec';
import {
  exampleDocuments,
  githubDocument,
  isImpossible,
  otherDocuments,
  stripeDocument,
} from './documents.ts';
import { askEveryOperation } from './every-operation.ts';
import { openDocument } from './open-document.ts';

const documents: readonly (readonly [title: string, path: string])[] = [
  ...(stripeDocument === undefined ? [] : [['Stripe', stripeDocument] as const]),
  ['GitHub', githubDocument],
  ...otherDocuments().map(({ title, path }) => [title, path] as const),
  ...exampleDocuments().map(({ name, path }) => [name, path] as const),
];

if (stripeDocument === undefined) console.log('Stripe is skipped: STRIPE_SPEC names no file.');
console.log('document | operations | carried out | faults | unusable | slowest');
for (const [title, path] of documents) await askAll(title, path);

async function askAll(title: string, path: string): Promise<void> {
  const mock = await createMockFromSpec(path, { seed: 1 });
  const { secret } = mock.keys.create();
  const report = await askEveryOperation({ document: openDocument(path), mock, secret });
  const { asked, carriedOut, unusable, slowestMs } = report;
  const faults = report.faults.filter((fault) => !isImpossible(fault));
  const share = asked === 0 ? 100 : Math.round((carriedOut / asked) * 100);
  const numbers = [
    asked,
    `${share} %`,
    faults.length,
    unusable.length,
    `${Math.ceil(slowestMs)} ms`,
  ];
  console.log([title, ...numbers].join(' | '));
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
