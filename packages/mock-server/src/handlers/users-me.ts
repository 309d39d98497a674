import { notFound, type Outcome } from '../exchange/outcome.ts';
import type { Call } from './handler.ts';

/** Answers the user that the calling key belongs to. */
export function getMe({ core, caller, mode, operation }: Call): Outcome {
  const owner = caller?.ownerId ?? '';
  // `/users/me` stands among `/users`.
  const table = core.worlds.table(mode, operation.path.replace(/\/[^/]*$/, ''));
  const user = table.get(owner);
  if (user === undefined) return notFound('user', owner);
  return { status: operation.successStatus, body: user.data };
}
