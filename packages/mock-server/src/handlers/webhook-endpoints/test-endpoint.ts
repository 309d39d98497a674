import type { JsonObject } from '@product/spec-model';
import { instantText } from '../../clock/instant.ts';
import type { Outcome } from '../../exchange/outcome.ts';
import type { WebhookDelivery } from '../../mock.ts';
import { asObject } from '../../model/json-read.ts';
import type { Call } from '../handler.ts';
import { rowOf } from '../row-context.ts';
import { endpointTarget } from './endpoint-target.ts';

/** Sends one event with example data to an endpoint, enabled or not, and answers how that went. */
export async function testEndpoint(call: Call): Promise<Outcome> {
  const { core, input, mode, now, operation } = call;
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  const type = asObject(input.body)['type'];
  const target = endpointTarget(found.row, mode, now);
  const delivery = await core.webhooks.test(target, typeof type === 'string' ? type : undefined);
  return { status: operation.successStatus, body: showDelivery(delivery) };
}

// With real delivery off, the mock plays an endpoint that takes everything.
function showDelivery(delivery: WebhookDelivery): JsonObject {
  const recorded = delivery.status === 'recorded';
  return {
    id: delivery.id,
    webhook_endpoint_id: delivery.endpointId,
    event_id: delivery.eventId,
    event_type: delivery.event,
    status: recorded || delivery.status === 'delivered' ? 'delivered' : 'failed',
    response_status: recorded ? 200 : (delivery.responseStatus ?? null),
    attempted_at: instantText(delivery.attemptedAt),
  };
}
