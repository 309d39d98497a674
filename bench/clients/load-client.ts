import type { BenchClient } from './client.ts';

const loaders = {
  ours: async () => (await import('./ours.ts')).ours,
  'ours-redis': async () => (await import('./ours-redis.ts')).oursRedis,
  core: async () => (await import('./core.ts')).core,
  'raw-fetch': async () => (await import('./raw-fetch.ts')).rawFetch,
  'openapi-fetch': async () => (await import('./openapi-fetch.ts')).openapiFetch,
  openai: async () => (await import('./openai.ts')).openai,
  stripe: async () => (await import('./stripe.ts')).stripe,
  ky: async () => (await import('./ky.ts')).ky,
  octokit: async () => (await import('./octokit.ts')).octokit,
  'aws-adaptive': async () => (await import('./aws-adaptive.ts')).awsAdaptive,
} satisfies Record<string, () => Promise<BenchClient>>;

/** Names a file of this folder. */
export type ClientName = keyof typeof loaders;

/** Loads one client and leaves its peers out of the process. */
export function loadClient(name: ClientName): Promise<BenchClient> {
  return loaders[name]();
}
