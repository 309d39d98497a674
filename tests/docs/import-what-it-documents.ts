import type { Sample } from './extract-samples.ts';

/** The modules whose names an `@example` in a package's sources may use without importing them. */
const modules: Readonly<Record<string, readonly string[]>> = {
  'spec-model': ['@product/spec-model'],
  codegen: ['@product/codegen', '@product/spec-model'],
  runtime: [
    '@product/client-runtime',
    '@product/client-runtime/opentelemetry',
    '@product/client-runtime/redis',
    '@product/client-runtime/streams',
    '@product/client-runtime/validate',
    '@product/client-runtime/webhooks',
  ],
  sdk: [
    '@product/api-client',
    '@product/api-client/redis',
    '@product/api-client/streams',
    '@product/api-client/validate',
    '@product/api-client/webhooks',
  ],
  'mock-server': ['@product/mock-server', '@product/mock-server/node', '@product/mock-server/spec'],
};

/** An `@example` with the imports that a reader takes for granted, on its first line. */
export async function importWhatItDocuments(sample: Sample): Promise<Sample> {
  const folder = sample.place.split('/')[1] ?? '';
  const imports: string[] = [];
  const taken = new Set<string>();
  for (const module of modules[folder] ?? []) {
    const names = Object.keys(await import(module)).filter(
      (name) => !taken.has(name) && uses(sample.code, name),
    );
    for (const name of names) taken.add(name);
    if (names.length > 0) imports.push(`import { ${names.join(', ')} } from '${module}';`);
  }
  return { ...sample, code: `${imports.join(' ')} ${sample.code}` };
}

/** Whether code uses a name that it does not import itself. */
function uses(code: string, name: string): boolean {
  const importsIt = new RegExp(`import[^;]*\\b${name}\\b[^;]*from`).test(code);
  return !importsIt && new RegExp(`\\b${name}\\b`).test(code);
}
