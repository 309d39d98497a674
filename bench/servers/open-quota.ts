/** The fields of a quota that never runs out, so that a client that reads them has them to read. */
export const quotaOpen = {
  RateLimit: '"default";r=999999;t=60',
  'RateLimit-Policy': '"default";q=1000000;w=60',
} as const;
