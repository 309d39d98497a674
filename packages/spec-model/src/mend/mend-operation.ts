import { isObject } from '../json-reader.ts';
import {
  mendList,
  mendMap,
  mendObject,
  mendParameter,
  mendRequestBody,
  mendResponse,
} from './mend-content.ts';
import { mendSecurity } from './mend-security.ts';
import { type Mender, operationKey, report, within } from './mender.ts';
import { type Mend, mendMembers } from './walk-members.ts';

/** Members of a path item that are operations (`query` is of OpenAPI 3.2). */
export const METHODS: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Mends a path item; left out when it is no object. */
export const mendPathItem: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'pathItems',
    members: (pathItem) => mendMembers(mender, pathItem, mendPathMember),
  });

const mendPathMember: Mend = (mender, value, name) => {
  if (METHODS.includes(name)) return mendOperation(mender, value, name);
  if (name === 'additionalOperations') return mendMap(mender, value, mendOperation);
  if (name === 'parameters') return mendList(mender, value, mendParameter);
  return value;
};

// An operation that cannot be read is there all the same, so that it can say so.
const mendOperation: Mend = (mender, value) =>
  within(mender, holderHere(mender), () => {
    if (isObject(value)) return mendMembers(mender, value, mendOperationMember);
    report(mender, { code: 'structure', message: 'an operation must be an object.' });
    return {};
  });

/** What an operation is called as a holder of faults: by its path item and its method. */
function holderHere({ path, holder }: Mender): string | undefined {
  // Of what is sent to others (callbacks, webhooks) nobody here waits for an answer.
  return holder === undefined ? undefined : operationKey(holder, path.at(-1) ?? '');
}

const mendOperationMember: Mend = (mender, value, name) => {
  if (name === 'parameters') return mendList(mender, value, mendParameter);
  if (name === 'requestBody') return mendRequestBody(mender, value, name);
  if (name === 'responses') return mendMap(mender, value, mendStatus);
  if (name === 'security') return mendSecurity(mender, value);
  if (name === 'callbacks') {
    return within(mender, undefined, () => mendMap(mender, value, mendCallback));
  }
  return value;
};

const mendStatus: Mend = (mender, value, status) => {
  if (status.startsWith('x-')) return value;
  if (/^([1-5](\d\d|XX)|default)$/i.test(status)) return mendResponse(mender, value, status);
  const message = `${status} is no status: write 200, 2XX or default.`;
  report(mender, { code: 'structure', message, harmless: true });
  return undefined;
};

/** Mends a callback: path items by expression. */
export const mendCallback: Mend = (mender, value) =>
  mendObject(mender, value, {
    kind: 'callbacks',
    members: (callback) => mendMembers(mender, callback, mendExpression),
    harmless: true,
  });

const mendExpression: Mend = (mender, value, name) =>
  name.startsWith('x-') ? value : mendPathItem(mender, value, name);
