import OpenAI from 'openai';
import { type BenchClient, benchKey } from './client.ts';

/** openai-node with its defaults: two retries, `Retry-After` honoured below a minute. */
export const openai: BenchClient = {
  title: 'openai',
  connect({ baseUrl, fetch }) {
    const client = new OpenAI({ apiKey: benchKey, baseURL: baseUrl, ...(fetch && { fetch }) });
    return () => client.get('/tasks/task_1');
  },
};
