import { ProductClient } from '@product/api-client';
import { type BenchClient, benchKey } from './client.ts';

/** The whole Product client, every default on. */
export const ours: BenchClient = {
  title: 'ours',
  connect({ baseUrl, fetch }) {
    const client = new ProductClient({ apiKey: benchKey, baseUrl, fetch });
    return () => client.tasks.get('task_1');
  },
};
