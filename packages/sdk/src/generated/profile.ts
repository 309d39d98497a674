// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import type { ApiProfile } from '@product/client-runtime';

/** What the document says of the API as a whole. */
export const profile: ApiProfile = {
  clientName: 'ProductClient',
  packageName: '@product/api-client',
  apiVersion: '1.0.0',
  baseUrl: 'https://api.example.com/v1',
  env: { apiKey: 'PRODUCT_API_KEY', baseUrl: 'PRODUCT_BASE_URL' },
  keyPrefixes: { live: 'sk_live_', test: 'sk_test_' },
};
