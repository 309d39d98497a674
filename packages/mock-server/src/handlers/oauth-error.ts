import type { JsonObject } from '@product/spec-model';
import type { Outcome } from '../exchange/outcome.ts';
import { asText, isObject } from '../model/json-read.ts';
import type { Operation } from '../model/operation.ts';

/** What the document calls the token endpoint. */
const tokenHandler = 'oauth.token';

/** An error of the token endpoint. */
export function oauthError(error: string, description: string, challenge?: string): Outcome {
  return {
    status: error === 'invalid_client' ? 401 : 400,
    headers: {
      'Cache-Control': 'no-store',
      ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }),
    },
    body: { error, error_description: description },
  };
}

/**
 * An error of an earlier stage in the words of RFC 6749 §5.2, at the token endpoint; any other
 * outcome as it is.
 */
export function asOAuthError(operation: Operation | undefined, outcome: Outcome): Outcome {
  const { problem } = outcome;
  if (operation?.handlerName !== tokenHandler || problem === undefined || outcome.scripted) {
    return outcome;
  }
  if (problem.code === 'malformed_request') return oauthError('invalid_request', problem.detail);
  if (problem.code !== 'validation_failed') return outcome;
  const fault = firstFault(problem.members);
  return oauthError(errorOf(fault.pointer, fault.code), fault.message);
}

function errorOf(pointer: string, code: string): string {
  if (pointer === '/grant_type' && code === 'enum') return 'unsupported_grant_type';
  return pointer === '/scope' ? 'invalid_scope' : 'invalid_request';
}

function firstFault(members: JsonObject = {}): { pointer: string; code: string; message: string } {
  const { errors } = members;
  const first = Array.isArray(errors) && isObject(errors[0]) ? errors[0] : {};
  const pointer = asText(first['pointer'], '');
  return { pointer, code: asText(first['code'], ''), message: asText(first['message'], '') };
}
