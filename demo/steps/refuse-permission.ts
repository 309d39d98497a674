import { PermissionError } from '@product/api-client';
import { expect, rejection } from '../expect.ts';
import type { Stage } from '../stage.ts';

/** A key that may only read cannot write, and the error says which scope it lacks. */
export async function refusePermission({ clientFor }: Stage): Promise<string[]> {
  const reader = clientFor({ mode: 'test', permissions: ['tasks:read'] });
  const error = await rejection(reader.tasks.create({ title: 'Not allowed' }));
  expect(error instanceof PermissionError, 'a PermissionError was thrown');
  expect(error.code === 'insufficient_scope', 'the code is insufficient_scope');
  return [`${error.name} ${error.status} ${error.code}: ${error.message}`];
}
