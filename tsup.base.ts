import type { Options } from 'tsup';

/**
 * What every package's build shares: type declarations, source maps left out, one output per entry.
 *
 * @param entry - Entry points, by their path below `src/`.
 * @param format - Module formats; a package that runs from `require` adds `cjs`.
 */
export function library(entry: readonly string[], format: Options['format'] = ['esm']): Options {
  return {
    entry: entry.map((name) => `src/${name}.ts`),
    format,
    target: 'es2022',
    clean: true,
    dts: true,
    splitting: true,
    treeshake: true,
  };
}
