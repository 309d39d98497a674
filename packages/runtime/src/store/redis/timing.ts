import { type Clock, setRealAlarm } from '../../client/clock.ts';

/** Where a store has its time from: a {@link Clock} that rings. */
export type Timing = Required<Pick<Clock, 'now' | 'setAlarm'>>;

/** The real time. */
export const realTiming: Timing = { now: () => Date.now(), setAlarm: setRealAlarm };
