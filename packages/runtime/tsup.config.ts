import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.ts';

export default defineConfig({
  ...library(
    ['index', 'opentelemetry', 'redis', 'streams', 'validate', 'webhooks'],
    ['esm', 'cjs'],
  ),
  // `Symbol.dispose` is named in the types; a user's own `lib` need not have it.
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
});
