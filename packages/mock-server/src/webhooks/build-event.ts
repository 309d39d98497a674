import type { ApiModel, JsonObject } from '@product/spec-model';
import type { MockEvent } from '../mock.ts';

/**
 * The text of an event, as every endpoint receives it: `id`, `type`, `created_at`, `mode`, `data`.
 *
 * @param id - The event's id, which is also its `webhook-id`.
 * @param event - What happened.
 * @param now - Epoch milliseconds.
 */
export function buildEvent(id: string, event: MockEvent, now: number): string {
  return JSON.stringify({
    id,
    type: event.type,
    created_at: new Date(now).toISOString(),
    mode: event.mode,
    data: event.data,
  });
}

/**
 * The example data that the document gives for a type of event; an empty object when it gives none.
 *
 * @param model - The API.
 * @param type - The event's name: `task.created`.
 */
export function exampleData(model: ApiModel, type: string): JsonObject {
  const webhook = model.webhooks.find((candidate) => candidate.name === type);
  const example = webhook?.requestBody?.content[0]?.examples[0]?.value;
  if (!isObject(example)) return {};
  const data = example['data'];
  return isObject(data) ? data : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
