import { build } from 'esbuild';

/**
 * Bundles the core suite with one of its hosts.
 *
 * @param host - The host's file.
 * @param outfile - Where the bundle goes.
 * @param conditions - Export conditions of the runtime.
 */
export async function bundleSuite(
  host: 'process' | 'worker',
  outfile: string,
  conditions: readonly string[],
): Promise<void> {
  await build({
    entryPoints: [new URL(`hosts/${host}.ts`, import.meta.url).pathname],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: host === 'worker' ? 'browser' : 'node',
    conditions: ['source', ...conditions],
  });
}
