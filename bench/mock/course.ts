import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A document, and the two requests that the servers of it are asked again and again. */
export interface Course {
  readonly title: string;
  readonly document: string;
  /** Path of the document's server, such as `/v1`; left out for servers that do not serve it. */
  readonly basePath: string;
  /** Path of the collection, below the base path. */
  readonly collection: string;
  readonly contentType: string;
  /** What is posted. */
  readonly body: string;
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Where Stripe's document is: in `STRIPE_SPEC`, else beside the checkout; absent when nowhere. */
export function stripeDocument(): string | undefined {
  const place = process.env['STRIPE_SPEC'] ?? path('../../../shared/specs/stripe.json');
  return existsSync(place) ? place : undefined;
}

// As Octokit publishes it.
const githubDocument = join(
  dirname(createRequire(import.meta.url).resolve('@octokit/openapi/package.json')),
  'generated/api.github.com.json',
);

const small: Course = {
  title: 'small document, 10 operations',
  document: path('documents/tasks.yaml'),
  basePath: '/v1',
  collection: '/tasks',
  contentType: 'application/json',
  body: JSON.stringify({ title: 'Ship it', labels: ['release'], priority: 1 }),
};

const stripe: Omit<Course, 'document'> = {
  title: "Stripe's document, 468 operations",
  basePath: '',
  collection: '/v1/customers',
  contentType: 'application/x-www-form-urlencoded',
  body: 'email=ada%40example.com&name=Ada&metadata%5Bplan%5D=gold',
};

const github: Course = {
  title: "GitHub's document, 1,223 operations",
  document: githubDocument,
  basePath: '',
  collection: '/gists',
  contentType: 'application/json',
  body: JSON.stringify({ files: { 'notes.md': { content: 'Ship it' } }, public: true }),
};

/** The courses that can be run here. */
export function courses(): readonly Course[] {
  const document = stripeDocument();
  return [small, ...(document === undefined ? [] : [{ ...stripe, document }]), github];
}
