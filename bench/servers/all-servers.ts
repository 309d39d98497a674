import { alignedWindow } from './aligned-window.ts';
import { fixedWindow } from './fixed-window.ts';
import type { RateServer } from './server.ts';
import { slidingWindow } from './sliding-window.ts';
import { tokenBucket } from './token-bucket.ts';

/** Every server of the herd, by the name that `--only` takes. */
export const servers = {
  'aligned-window': alignedWindow,
  'sliding-window': slidingWindow,
  'token-bucket': tokenBucket,
  'fixed-window': fixedWindow,
} satisfies Record<string, RateServer>;

/** Names a server of the herd. */
export type ServerName = keyof typeof servers;

/** Whether there is a server of this name. */
export function isServerName(name: string): name is ServerName {
  return Object.hasOwn(servers, name);
}
