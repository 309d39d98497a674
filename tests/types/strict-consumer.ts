/**
 * What a user with the strictest settings writes, each documented narrowing once. Compiled here from the
 * source, and by `tests/packages` from the packed packages, with `exactOptionalPropertyTypes`,
 * `noUncheckedIndexedAccess` and library checks.
 */
import {
  ApiError,
  type ApiKeyRevokedEvent,
  type ClientEvent,
  clientCredentials,
  DecodeError,
  type Page,
  type Problem,
  ProductClient,
  type ProductClientOptions,
  type ProductError,
  query,
  RateLimitError,
  type ResponseIssue,
  type Task,
  ValidationError,
  type ValidationIssue,
} from '@product/api-client';
import { openTelemetry } from '@product/api-client/opentelemetry';
import { readEvents, readJsonLines } from '@product/api-client/streams';
import { responseValidator } from '@product/api-client/validate';
import {
  memoryReplayStore,
  nodeWebhookHandler,
  unwrapWebhook,
  WebhookError,
  webhookHandler,
} from '@product/api-client/webhooks';
import { createMock } from '@product/mock-server';
import { type Listener, listen } from '@product/mock-server/node';
import { createMockFromSpec } from '@product/mock-server/spec';

const mock = createMock({ seed: 1 });
const seen: unknown[] = [];

const options: ProductClientOptions = {
  fetch: mock.fetch,
  auth: clientCredentials({
    tokenUrl: 'https://a.example/token',
    clientId: 'a',
    clientSecret: 'b',
  }),
  validateResponses: responseValidator(),
  telemetry: openTelemetry({ callSpans: false }),
  onEvent: (event) => void seen.push(told(event)),
};
const client = new ProductClient(options);

/** What openapi-typescript writes of a document; an interface has no index signature. */
interface Operations {
  getNote: {
    parameters: { path: { id: string } };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

/** A mock that is typed by a document can be listened to. */
export async function notes(): Promise<Listener> {
  const typed = await createMockFromSpec<Operations>('notes.yaml');
  typed.operation('getNote', ({ input }) => ({ status: 200, body: { id: input.path.id } }));
  return listen(typed, { port: 0 });
}

/** Options may be `undefined` where they may be left out. */
export function copyOf(timeoutMs: number | undefined, key: string | undefined): ProductClient {
  return client.withOptions({ timeoutMs, ...(key !== undefined && { auth: query('key', key) }) });
}

export async function byClass(id: string): Promise<Task | readonly ValidationIssue[] | number> {
  try {
    return await client.tasks.update(id, { status: 'done' });
  } catch (error) {
    if (error instanceof ValidationError) return error.issues;
    if (error instanceof RateLimitError) return error.retryAfterMs ?? 0;
    throw error;
  }
}

export function byKind(error: ProductError): string | readonly ResponseIssue[] {
  switch (error.kind) {
    case 'configuration':
    case 'connection':
    case 'timeout':
    case 'abort':
    case 'webhook':
      return error.code;
    case 'decode':
      return error instanceof DecodeError ? error.issues : [];
    default:
      return error instanceof ApiError ? `${error.status} ${error.requestId}` : error.kind;
  }
}

export async function byStatus(id: string): Promise<Task | Problem | string | undefined> {
  const result = await client.tasks.get(id).result();
  if (result.ok) return result.data;
  if (result.status === 404) return result.body;
  if (result.status === 429) return `${result.error.retryAfterMs ?? 0} ms`;
  if (result.status === undefined) return result.error.code;
  throw result.error;
}

function told(event: ClientEvent): number | string | undefined {
  switch (event.type) {
    case 'call-end':
      return event.error?.kind ?? event.status;
    case 'attempt':
      return event.status;
    case 'token-request':
      return event.isGranted ? 'granted' : event.durationMs;
    case 'rate-limit-low':
      return event.resetAt;
    case 'deprecated':
      return event.link;
    case 'mode-mismatch':
      return event.urlMode;
    default:
      return undefined;
  }
}

export async function* pages(token: string | undefined): AsyncGenerator<Task | undefined> {
  const list = client.tasks.list({ status: 'open' }, { prefetch: true, resume: token });
  for await (const task of list) yield task;
  for await (const page of list.pages()) yield page.data[0];
  const first: Page<Task> = await list;
  const next: Page<Task> | undefined = await first.next();
  yield (await list.toArray({ max: 5 })).at(-1) ?? next?.data[0];
}

export async function webhook(
  request: Request,
  secret: string,
): Promise<ApiKeyRevokedEvent['data']> {
  const event = await unwrapWebhook(await request.text(), request.headers, secret);
  if (event.type === 'api_key.revoked') return event.data;
  throw new WebhookError('malformed_body', event.type);
}

export const handle: (request: Request) => Promise<Response> = webhookHandler({
  secret: () => ['a', 'b'],
  replayStore: memoryReplayStore(),
  on: { 'task.created': ({ data }, { id }) => void seen.push(data.title, id) },
});

export const handleOnNode: unknown = nodeWebhookHandler({ secret: 'a', on: {} });

export async function streams(): Promise<unknown[]> {
  const found: unknown[] = [];
  const answer = client.tasks.get('task_1').asResponse();
  for await (const { event, data } of readEvents(answer)) found.push(event, data);
  for await (const line of readJsonLines<Task>(answer)) found.push(line.title);
  return found;
}

export async function raw(id: string): Promise<string | undefined> {
  const { data, error } = await client.api.GET('/tasks/{task_id}', {
    params: { path: { task_id: id } },
  });
  return data?.title ?? error?.detail;
}
