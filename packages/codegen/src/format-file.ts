import type { ApiInfo } from '@product/spec-model';
import { format } from 'prettier';
import type { GeneratedFile } from './generated-file.ts';

/** Every generated file says so in its first line, which is also how stale ones are known. */
export const HEADER_PATTERN: RegExp =
  /^\/\/ Generated from .* by product-codegen\. Do not edit\.\n/;

/** Puts the header above a file and formats it as the project's own code is formatted. */
export async function formatFile(file: GeneratedFile, info: ApiInfo): Promise<GeneratedFile> {
  const source = `${header(info)}\n${file.content}`;
  const content = await format(source, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 100,
  });
  return { path: file.path, content };
}

function header({ title, version }: ApiInfo): string {
  // A line break of any kind would end the comment.
  const name = `${title} ${version}`.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `// Generated from ${name} by product-codegen. Do not edit.\n`;
}
