import createClient from 'openapi-fetch';
import type { BenchClient } from './client.ts';

interface Paths {
  '/tasks/{task_id}': {
    get: {
      parameters: { path: { task_id: string } };
      responses: { 200: { content: { 'application/json': object } } };
    };
  };
}

/** The bare client that ours is built on; it repeats nothing. */
export const openapiFetch: BenchClient = {
  title: 'openapi-fetch',
  connect({ baseUrl, fetch }) {
    const client = createClient<Paths>(fetch ? { baseUrl, fetch } : { baseUrl });
    return async () => {
      const parameters = { params: { path: { task_id: 'task_1' } } };
      const { data, response } = await client.GET('/tasks/{task_id}', parameters);
      if (!response.ok) throw new Error(`refused with ${response.status}`);
      return data;
    };
  },
};
