import type { ApiModel } from '@product/spec-model';
import type { Requests } from '../exchange/exchange-state.ts';
import { readMultipart } from '../multipart/read-multipart.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { enforceSecurity } from './enforce-security.ts';
import { findUnknown } from './find-unknown.ts';

/**
 * What is done about requests to any document.
 *
 * @param options - Whom to let in, and whether what is unknown is refused.
 * @throws `MockError` with code `invalid_option` for credentials of a scheme that does not exist.
 */
export function anyRequests(
  model: ApiModel,
  { security, strict }: Pick<MockOptions, 'security' | 'strict'>,
): Requests {
  return {
    authenticate: enforceSecurity(model, security),
    readMultipart,
    ...(strict === true ? { findUnknown } : {}),
  };
}
