import { createMock } from '@product/mock-server';
import { createMockFromSpec } from '@product/mock-server/spec';
import { expect, test } from 'vitest';
import { bundleDocument, productDocument } from '../contract/open-document.ts';
import {
  exampleDocuments,
  githubDocument,
  isImpossible,
  otherDocuments,
  stripeDocument,
} from './documents.ts';
import { type AnyMock, askEveryOperation, type Report } from './every-operation.ts';
import { openDocument, wholeDocument } from './open-document.ts';

async function askAll(path: string, every = 1): Promise<Report> {
  const mock = await createMockFromSpec(path, { seed: 1 });
  const document = openDocument(path);
  return askEveryOperation({ document, mock, secret: secretOf(mock), every });
}

function secretOf(mock: AnyMock): string {
  return mock.keys.create().secret;
}

/** Whether most of what was asked was done, so that refusals alone do not pass for a mock. */
function isMostlyDone({ asked, carriedOut }: Report, share: number): boolean {
  return carriedOut >= asked * share;
}

test('every operation of the Product API is answered as its document says', async () => {
  const mock = createMock({ seed: 1 });
  const document = wholeDocument(await bundleDocument(productDocument));
  const report = await askEveryOperation({ document, mock, secret: secretOf(mock) });
  expect([report.faults, report.unusable]).toEqual([[], []]);
  expect(isMostlyDone(report, 0.6)).toBe(true);
});

test.skipIf(stripeDocument === undefined)(
  'every operation of Stripe (STRIPE_SPEC, else it is skipped) is answered as its document says',
  async () => {
    const report = await askAll(String(stripeDocument));
    expect([report.faults, report.unusable]).toEqual([[], []]);
    expect(isMostlyDone(report, 0.88)).toBe(true);
  },
  60_000,
);

test('every fourth operation of GitHub is answered as its document says (`pnpm documents`: all)', async () => {
  const report = await askAll(githubDocument, 4);
  expect([report.faults, report.unusable]).toEqual([[], []]);
  expect(report.asked).toBeGreaterThan(300);
}, 60_000);

test.each(exampleDocuments())(
  'every operation of $name is answered as its document says',
  async ({ name, path }) => {
    const { faults, unusable } = await askAll(path);
    const broken = /circular-request-bodies/.test(name) ? ENDLESS : [];
    expect([faults.filter((fault) => !isImpossible(fault)), unusable]).toEqual([[], broken]);
  },
);

// It answers an object that needs itself without end.
const ENDLESS = ['POST /direct'];

test.each(otherDocuments())(
  'every operation of $title is answered as its document says',
  async ({ path, operations }) => {
    const report = await askAll(path);
    expect(report.asked).toBe(operations);
    expect([report.faults, report.unusable]).toEqual([[], []]);
    expect(isMostlyDone(report, 0.5)).toBe(true);
  },
);
