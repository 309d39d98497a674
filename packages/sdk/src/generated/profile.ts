// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import { type ApiProfile, bearer, checked } from '@product/client-runtime';

/** What the document says of the API as a whole. */
export const profile: ApiProfile = {
  clientName: 'ProductClient',
  packageName: '@product/api-client',
  packageVersion: '0.0.0',
  apiVersion: '1.0.0',
  baseUrl: 'https://api.example.com/v1',
  env: { apiKey: 'PRODUCT_API_KEY', baseUrl: 'PRODUCT_BASE_URL', log: 'PRODUCT_LOG' },
  keyPrefixes: { live: 'sk_live_', test: 'sk_test_' },
  credential: checked(bearer, {
    form: /^(?:sk_live_|sk_test_)(?:mock_)?[0-9A-Za-z]{32}$/,
    only: /^(?:sk_live_|sk_test_)/,
    checksum: 'crc32',
  }),
};
