import type { JsonObject } from '@product/spec-model';
import type { MockSnapshot, ServedMock } from '../mock.ts';
import { MockError } from '../mock-error.ts';
import { ControlError } from './control-error.ts';

/**
 * Goes back to a snapshot that came over the network, or stays where it was.
 *
 * @remarks What looks like a snapshot may still be none, and is found out half way.
 * @throws {@link ControlError} or {@link MockError} with code `invalid_snapshot`.
 */
export function restoreSnapshot(mock: ServedMock, body: JsonObject): void {
  const before = mock.snapshot();
  try {
    // restore() itself refuses what does not look like one.
    mock.restore(body as unknown as MockSnapshot);
  } catch (error) {
    mock.restore(before);
    if (error instanceof MockError) throw error;
    const facts = { status: 422, code: 'invalid_snapshot' };
    const advice = 'Send what GET /__mock/snapshot answered';
    throw new ControlError(facts, `cannot restore the snapshot: it is broken. ${advice}.`);
  }
}
