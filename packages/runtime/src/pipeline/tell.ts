import type { CallEvent, EventOfCall } from '../events/events.ts';
import type { Call } from './call.ts';
import { newKey } from './identify.ts';

/** An event without what all events of its call share. */
type NewsOf<Event> = Event extends EventOfCall ? Omit<Event, keyof CallEvent> : never;

/**
 * Tells listeners what happens to a call, if there are any.
 *
 * @param call - The call.
 * @param news - What happens.
 */
export function tell(call: Call, news: NewsOf<EventOfCall>): void {
  const { listens, emit } = call.settings;
  // What is told is an event of its call, by the type of the news.
  if (listens()) emit({ ...factsOf(call), ...news } as EventOfCall);
}

/**
 * What all events of a call share.
 *
 * @param call - The call.
 */
export function factsOf(call: Call): CallEvent {
  const { id, method, path } = call.operation;
  call.id ??= newKey();
  return { callId: call.id, operation: id, method, path };
}
