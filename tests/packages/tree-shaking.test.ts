import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** What a bundler takes into a client that does one thing; by folder and name, in the packages' sources. */
async function filesOf(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['source', 'browser'],
    external: ['@opentelemetry/api', '@cfworker/json-schema', 'redis', 'ioredis'],
    metafile: true,
    write: false,
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace(/^.*\/src\//, ''));
}

const oneCall = `
import { ProductClient } from '@product/api-client';
console.log(await new ProductClient({ apiKey: 'a' }).tasks.get('task_1'));
`;

const files = filesOf(oneCall);

/** What a client that makes a call has no use for, and the import that brings it. */
const features: readonly (readonly [name: string, feature: RegExp, code: string])[] = [
  [
    'clientCredentials',
    /^credentials\/(client-credentials|token-endpoint)/,
    named('clientCredentials'),
  ],
  ['query', /^credentials\/query\./, named('query')],
  ['multipart', /^client\/multipart\./, named('multipart')],
  ['pinoLogger', /^events\/pino-logger\./, named('pinoLogger')],
  ['withFallback', /^store\/with-fallback\./, named('withFallback')],
  ['streams', /^streams\//, named('readEvents', '/streams')],
  ['webhooks', /^webhooks\//, named('unwrapWebhook', '/webhooks')],
  ['the validator of answers', /^validate\//, named('responseValidator', '/validate')],
  ['OpenTelemetry', /^telemetry\//, named('openTelemetry', '/opentelemetry')],
  ['Redis', /^store\/redis\//, named('redisRateLimitStore', '/redis')],
];

function named(name: string, subpath = ''): string {
  return `import { ${name} } from '@product/api-client${subpath}';\nconsole.log(${name});`;
}

test.each(features)('%s is not bundled where it is not imported', async (_, feature) => {
  expect((await files).filter((file) => feature.test(file))).toEqual([]);
});

test.each(features)('%s is bundled where it is imported', async (_, feature, code) => {
  expect((await filesOf(code)).some((file) => feature.test(file))).toBe(true);
});

test('no way to page is bundled but the one that the document names', async () => {
  const styles = (await files).filter((file) => /^pages\/by-/.test(file));
  expect(styles).toEqual(['pages/by-cursor.ts']);
});

test('neither the code of openapi-fetch nor the types of the document are bundled', async () => {
  expect((await files).filter((file) => /openapi-fetch|schema\.ts|models\.ts/.test(file))).toEqual(
    [],
  );
});
