import type { Exchange } from '../exchange/exchange-state.ts';

const words: { readonly [status: number]: string } = {
  400: 'The request cannot be understood.',
  401: 'The request has no valid credentials.',
  403: 'The credentials do not allow this.',
  404: 'There is nothing here.',
  405: 'The method is not allowed here.',
  409: 'The present state does not allow this.',
  410: 'What was here is gone.',
  422: 'What was sent is not valid.',
  429: 'There were too many requests.',
  500: 'Something failed on our side.',
  503: 'The service is not available for now.',
};

/** What a failure says that a client asked for by its status: what a real one would. */
export function statusWords({ core, operation, input }: Exchange, status: number): string {
  const role = operation && core.collections.roles.get(operation.id);
  const id = role?.idParameter === undefined ? undefined : input?.path.get(role.idParameter);
  if (status === 404 && role !== undefined && id !== undefined) {
    return `There is no ${role.collection.noun} with the id ${String(id)}.`;
  }
  return words[status] ?? `The request prefers an answer with the status ${status}.`;
}
