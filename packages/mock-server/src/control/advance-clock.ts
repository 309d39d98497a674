import type { Mock } from '../mock.ts';
import { ControlError } from './control-error.ts';

// A hundred years; dates end some way beyond.
const longestSeconds = 100 * 366 * 86_400;

/**
 * Moves the mock's time on.
 *
 * @param mock - Whose time.
 * @param seconds - 0 to a hundred years.
 * @throws {@link ControlError} with code `invalid_input` beyond that.
 */
export function advanceClock(mock: Pick<Mock, 'clock'>, seconds: number): void {
  if (seconds > longestSeconds) {
    const facts = { status: 422, code: 'invalid_input' };
    const advice = `Give at most ${longestSeconds} seconds at a time`;
    throw new ControlError(facts, `cannot advance the clock: that is too far. ${advice}.`);
  }
  mock.clock.advance({ seconds });
}
