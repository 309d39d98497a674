import type { BenchClient } from './client.ts';

/** What every client stands on. */
export const rawFetch: BenchClient = {
  title: 'raw fetch',
  connect({ baseUrl, fetch = globalThis.fetch }) {
    return async () => {
      const response = await fetch(`${baseUrl}/tasks/task_1`);
      return response.json();
    };
  },
};
