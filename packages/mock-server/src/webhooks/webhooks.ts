import type {
  MockEvent,
  WebhookDelivery,
  WebhookService,
  WebhooksSetup,
  WebhookTarget,
} from '../mock.ts';
import { buildEvent, exampleData } from './build-event.ts';
import { Outbox } from './outbox.ts';
import { Sender } from './sender.ts';

/**
 * From an event to signed messages: one for every enabled endpoint of the event's mode that listens
 * to it, kept in the outbox, and really sent when asked to.
 *
 * @param setup - Clock, chance, document and endpoints; `deliver` turns real delivery on.
 */
export function createWebhooks(setup: WebhooksSetup): WebhookService {
  const outbox = new Outbox();
  const sender = new Sender(setup, outbox);

  function queue(event: MockEvent, targets: readonly WebhookTarget[]): WebhookDelivery[] {
    if (targets.length === 0) return [];
    const eventId = `evt_${setup.random.base62(20)}`;
    const body = buildEvent(eventId, event, setup.clock.now());
    return targets.map((target) => {
      const id = `dlv_${setup.random.base62(20)}`;
      return sender.prepare({ id, eventId, event: event.type, body }, target);
    });
  }

  return {
    get deliveries() {
      return outbox.list();
    },
    emit(event) {
      const targets = setup.listEndpoints(event.mode).filter((target) => listens(target, event));
      for (const delivery of queue(event, targets)) sender.start(delivery.id);
    },
    async test(target, type = target.events.find((name) => name !== '*') ?? firstType(setup)) {
      const event = { type, mode: target.mode, data: exampleData(setup.model, type) };
      const [delivery] = queue(event, [target]);
      // One target gives one delivery; the check only tells the compiler so.
      if (delivery === undefined) throw new Error('cannot test an endpoint: nothing was queued.');
      await sender.sendOnce(delivery.id, target);
      return outbox.get(delivery.id) ?? delivery;
    },
    drain: () => sender.drain(),
    // A snapshot may bring planned attempts into a mock that does not send.
    nextDueAt: () => (setup.deliver === undefined ? undefined : outbox.nextDueAt()),
    runDue: () => sender.runDue(),
    snapshot: () => outbox.snapshot(),
    restore(snapshot) {
      sender.forget();
      outbox.restore(snapshot);
    },
    reset() {
      sender.forget();
      outbox.clear();
    },
  };
}

function listens(target: WebhookTarget, event: MockEvent): boolean {
  return target.events.includes('*') || target.events.includes(event.type);
}

function firstType(setup: WebhooksSetup): string {
  return setup.model.webhooks[0]?.name ?? 'webhook_endpoint.test';
}
