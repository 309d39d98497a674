import { existsSync } from 'node:fs';
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
  readonly isLarge: boolean;
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Where Stripe's document is: in `STRIPE_SPEC`, else beside the checkout; absent when nowhere. */
export function stripeDocument(): string | undefined {
  const place = process.env['STRIPE_SPEC'] ?? path('../../../shared/specs/stripe.json');
  return existsSync(place) ? place : undefined;
}

/** The courses that can be run here. */
export function courses(): readonly Course[] {
  const small: Course = {
    title: 'small document, 10 operations',
    document: path('documents/tasks.yaml'),
    basePath: '/v1',
    collection: '/tasks',
    contentType: 'application/json',
    body: JSON.stringify({ title: 'Ship it', labels: ['release'], priority: 1 }),
    isLarge: false,
  };
  const stripe = stripeDocument();
  if (stripe === undefined) return [small];
  return [
    small,
    {
      title: "Stripe's document, 468 operations",
      document: stripe,
      basePath: '',
      collection: '/v1/customers',
      contentType: 'application/x-www-form-urlencoded',
      body: 'email=ada%40example.com&name=Ada&metadata%5Bplan%5D=gold',
      isLarge: true,
    },
  ];
}
