import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.ts';

export default defineConfig(
  library(['index', 'opentelemetry', 'redis', 'streams', 'validate', 'webhooks'], ['esm', 'cjs']),
);
