import type { ApiModel } from '@product/spec-model';
import { decodeRequest } from '../coding/content-coding.ts';
import { openBody } from '../coding/open-body.ts';
import { readJson, streamSchema } from '../coding/read-json.ts';
import type { Requests } from '../exchange/exchange-state.ts';
import { MockError } from '../mock-error.ts';
import { readMultipart } from '../multipart/read-multipart.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { checkMergePatch } from '../patch/check-merge-patch.ts';
import { enforceSecurity } from './enforce-security.ts';
import { findMissing } from './find-missing.ts';
import { findUnknown } from './find-unknown.ts';

/**
 * What is done about requests to any document.
 *
 * @param options - Whom to let in, and whether what is unknown, or refers to nothing, is refused.
 * @throws `MockError` with code `invalid_option` for credentials of a scheme that does not exist, and
 * for references that are neither open nor strict.
 */
export function anyRequests(
  model: ApiModel,
  { security, strict, references }: Pick<MockOptions, 'security' | 'strict' | 'references'>,
): Requests {
  if (references !== undefined && references !== 'open' && references !== 'strict') {
    const reason = `there are no references "${String(references)}". Use 'open' or 'strict'.`;
    throw new MockError('invalid_option', `cannot create a mock: ${reason}`);
  }
  return {
    authenticate: enforceSecurity(model, security),
    decode: decodeRequest,
    openBody,
    readJson,
    streamSchema,
    readMultipart,
    checkMergePatch,
    ...(strict === true ? { findUnknown } : {}),
    ...(references === 'strict' ? { findMissing } : {}),
  };
}
