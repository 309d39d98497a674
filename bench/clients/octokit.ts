import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { BenchClient } from './client.ts';

// In the other order plugin-retry takes a 429 first and repeats it after a second, unasked.
const PatientOctokit = Octokit.plugin(throttling, retry);

/** Octokit with both plugins and a handler that always asks for a retry. */
export const octokit: BenchClient = {
  title: 'Octokit',
  connect({ baseUrl, fetch }) {
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const client = new PatientOctokit({
      baseUrl,
      log: silent,
      request: fetch ? { fetch } : {},
      throttle: { onRateLimit: () => true, onSecondaryRateLimit: () => true },
    });
    return async () => (await client.request('GET /tasks/task_1')).data;
  },
};
