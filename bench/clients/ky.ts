import kyClient from 'ky';
import type { BenchClient } from './client.ts';

/** ky with its defaults: two retries, `Retry-After` and resets honoured. */
export const ky: BenchClient = {
  title: 'ky',
  connect({ baseUrl, fetch }) {
    const client = fetch ? kyClient.create({ fetch }) : kyClient.create();
    return () => client.get(`${baseUrl}/tasks/task_1`).json();
  },
};
