import Stripe from 'stripe';
import { type BenchClient, benchKey } from './client.ts';

/** stripe-node over fetch, with its defaults: two retries, none of them for a 429. */
export const stripe: BenchClient = {
  title: 'stripe',
  connect({ baseUrl, fetch }) {
    const { hostname, port, pathname } = new URL(baseUrl);
    const client = new Stripe(benchKey, {
      httpClient: Stripe.createFetchHttpClient(fetch),
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
    });
    return () => client.rawRequest('GET', `${pathname}/tasks/task_1`);
  },
};
