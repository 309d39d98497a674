/** What a module is for, by its path below the package; the first that matches. */
const FEATURES: readonly (readonly [feature: string, path: RegExp])[] = [
  ['operations of the document', /sdk\/src/],
  [
    'retries and idempotency keys',
    /pipeline\/(retry|identify)|policy\/(retry-(policy|budget)|backoff)/,
  ],
  ['rate limit: gate, windows, store', /runtime\/src\/(gate|policy|store)|pipeline\/gate/],
  [
    'credentials and their guards',
    /runtime\/src\/credentials|pipeline\/authorize|client\/(mode|environment)/,
  ],
  ['errors', /runtime\/src\/errors/],
  ['events and logs', /runtime\/src\/(events|telemetry)|pipeline\/(observe|tell)/],
  ['pages', /runtime\/src\/pages/],
  ['client.api', /client\/(raw-|middleware)/],
  [
    'options: checks and defaults',
    /client\/(check-options|nearest|read-settings|overlay|user-agent)/,
  ],
  ['answers', /client\/(decode|api-promise)|pipeline\/(send|read-body)/],
  [
    'time limits, aborts, disposal',
    /pipeline\/(interrupt|deadline|track)|client\/(clock|open-things)/,
  ],
  ['requests', /client\/(build-|transport|serialize-|path-|execute|start-call|pipeline-caller)/],
  ['other packages', /node_modules/],
];

/**
 * Names the feature that a module belongs to.
 *
 * @param path - Path of the module.
 */
export function featureOf(path: string): string {
  return FEATURES.find(([, pattern]) => pattern.test(path))?.[0] ?? 'the rest';
}
