import type { ApiModel } from '@product/spec-model';
import type { MockEvent, WebhookService, WebhooksSetup, WebhookTarget } from '../mock.ts';
import { createWebhooks } from './webhooks.ts';

/** When the clock of every bench starts. */
export const startAt: number = Date.UTC(2026, 0, 1);
/** The secret of {@link target}. */
export const oldSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
/** Another secret. */
export const newSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** An endpoint that listens to one event. */
export const target: WebhookTarget = {
  id: 'we_1',
  mode: 'test',
  url: 'https://hooks.example.com/one',
  events: ['task.created'],
  secrets: [oldSecret],
};

/** What {@link target} listens to. */
export const event: MockEvent = { type: 'task.created', mode: 'test', data: { id: 'task_1' } };

/** A webhook service, and what can be seen of it. */
export interface Bench {
  readonly webhooks: WebhookService;
  readonly posts: Request[];
  readonly disabled: string[];
  advance(ms: number): void;
}

/** How it differs from a service that records for one endpoint. */
export interface BenchOptions {
  readonly targets?: WebhookTarget[];
  readonly deliver?: boolean;
  readonly answer?: (request: Request) => Response | Promise<Response>;
}

/** A webhook service whose clock, chance and endpoints the test holds. */
export function bench({ targets = [target], deliver = false, answer }: BenchOptions = {}): Bench {
  let now = startAt;
  let drawn = 0;
  const posts: Request[] = [];
  const disabled: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    posts.push(request.clone());
    return answer ? await answer(request) : new Response(null, { status: 204 });
  };
  const setup = {
    clock: { now: () => now },
    random: {
      base62: (length: number) => {
        drawn += 1;
        return String(drawn).padStart(length, '0');
      },
    },
    model: model(),
    listEndpoints: (mode: string) =>
      targets.filter((candidate) => candidate.mode === mode && !disabled.includes(candidate.id)),
    disableEndpoint: (id: string) => disabled.push(id),
    ...(deliver ? { deliver: { fetch } } : {}),
  };
  // Only now() and base62() are asked for.
  const webhooks = createWebhooks(setup as unknown as WebhooksSetup);
  const advance = (ms: number) => {
    now += ms;
    webhooks.runDue();
  };
  return { webhooks, posts, disabled, advance };
}

function model(): ApiModel {
  const example = { id: 'evt_x', type: 'task.created', data: { id: 'task_9f2k41' } };
  const content = { mediaType: 'application/json', examples: [{ name: 'event', value: example }] };
  const webhook = { name: 'task.created', requestBody: { required: true, content: [content] } };
  // Only the webhooks are read.
  return { webhooks: [webhook] } as unknown as ApiModel;
}
