import type { ApiModel } from '@product/spec-model';
import { joinAgendas } from './clock/join-agendas.ts';
import { createRealClock } from './clock/real-clock.ts';
import { type Agenda, createVirtualClock, type DrivenClock } from './clock/virtual-clock.ts';
import type { Core, Memory, Rules } from './core.ts';
import type { DataMaker } from './data/data-maker.ts';
import type { DataSource } from './data/knowledge.ts';
import { createFaultScript } from './faults/fault-script.ts';
import type { Handlers } from './handlers/handler.ts';
import { endpointTarget } from './handlers/webhook-endpoints/endpoint-target.ts';
import type { Collection } from './infer/collection.ts';
import { createKeyAgenda } from './keys/key-agenda.ts';
import { createIdDrawer } from './keys/key-id.ts';
import { KeyStore } from './keys/key-store.ts';
import { createPepper } from './keys/pepper.ts';
import { showKey } from './keys/show-key.ts';
import { TokenStore } from './keys/token-store.ts';
import { Limiter } from './limits/limiter.ts';
import type { MockEvent, WebhookService } from './mock.ts';
import { MockError } from './mock-error.ts';
import { type Reading, readRules } from './model/read-rules.ts';
import { readBaseUrl } from './options/base-url.ts';
import { type MockOptions, readInstant } from './options/mock-options.ts';
import { suggestName } from './options/nearest-name.ts';
import { createRandom } from './random/random.ts';
import { createRequestLog } from './requests/request-log.ts';
import { keyNames, secretNames } from './requests/secret-names.ts';
import { ReplayStore } from './state/replay-store.ts';
import { seedRows } from './state/seed-rows.ts';
import { Worlds } from './state/worlds.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** A mock from the inside, with the one question that only its key ring asks. */
export interface AssembledCore extends Core {
  /** The id of the user that owns keys when no other is named. */
  readonly firstUserId: () => string;
}

interface Needs extends Reading {
  readonly handlers: Handlers;
  readonly createData?: (source: DataSource) => DataMaker;
  readonly fillTables?: (core: Core, options: MockOptions) => void;
}

// Contract of the virtual clock: tests that print dates print the same ones for ever.
// The moment of the examples in the Product document, so that what they call the future is the future.
const virtualStart = Date.UTC(2025, 9, 14, 10, 30);

/** Puts a mock together: the document's rules, an empty memory, services, and then the first rows. */
export function createCore(model: ApiModel, options: MockOptions, needs: Needs): AssembledCore {
  const rules = readRules(model, needs, options.plans);
  checkHandlerNames(rules, [...needs.handlers.keys()]);
  // Time makes keys expire and webhooks retry, and both ask for the time: one of them must wait.
  const parts: { webhooks?: WebhookService } = {};
  const emit = (event: MockEvent): void => parts.webhooks?.emit(event);
  const memory = createMemory(rules, options, {
    emit,
    webhooks: () => parts.webhooks,
  });
  parts.webhooks = createWebhooks(webhooksSetup(rules, memory, options));
  const secretHeaders = [...rules.keyPolicy.forms.values()].map(({ header }) => header);
  const core: AssembledCore = {
    ...rules,
    ...memory,
    ...readBaseUrl(model, options.baseUrl),
    maxBodyBytes: options.maxBodyBytes ?? 1_048_576,
    data: needs.createData?.(rules),
    faults: createFaultScript(rules.operations),
    webhooks: parts.webhooks,
    log: createRequestLog({
      secretHeaders: [...secretHeaders, ...keyNames(model, 'header')],
      secretQuery: keyNames(model, 'query'),
      secretMembers: rules.keyPolicy.enforced ? secretNames(model) : [],
    }),
    violations: [],
    emit,
    firstUserId: () => firstUserId(rules, memory),
  };
  seedRows(core, options.rows);
  needs.fillTables?.(core, options);
  return core;
}

interface Late {
  readonly emit: (event: MockEvent) => void;
  readonly webhooks: () => WebhookService | undefined;
}

function createMemory(rules: Rules, options: MockOptions, late: Late): Memory {
  const { keyPolicy, limitPolicy } = rules;
  const random = createRandom(options.seed);
  const pepper = createPepper(random);
  const drawId = createIdDrawer(rules, random);
  const keys = new KeyStore({ policy: keyPolicy, random, drawId, hash: pepper.hash });
  const agenda = createKeyAgenda({
    policy: keyPolicy,
    keys: () => keys.list(),
    tell: (type, key) => {
      late.emit({ type, mode: key.mode, data: showKey(key, clock.now()) });
    },
  });
  const clock = createClock(options, joinAgendas([agenda, webhookAgenda(late.webhooks)]));
  return {
    clock,
    random,
    pepper,
    keys,
    tokens: new TokenStore({ policy: keyPolicy, random, hash: pepper.hash }),
    limits: new Limiter(limitPolicy),
    worlds: new Worlds(),
    replays: new ReplayStore(),
  };
}

function createClock({ clock, startAt }: MockOptions, agenda: Agenda): DrivenClock {
  const start = startAt === undefined ? undefined : readInstant('startAt', startAt);
  return clock === 'real'
    ? createRealClock(start, agenda)
    : createVirtualClock(start ?? virtualStart, agenda);
}

function webhookAgenda(webhooks: () => WebhookService | undefined): Agenda {
  return {
    nextDueAt: () => webhooks()?.nextDueAt() ?? Number.POSITIVE_INFINITY,
    runDue: () => webhooks()?.runDue(),
  };
}

function webhooksSetup(
  rules: Rules,
  { clock, random, worlds }: Memory,
  { webhooks }: MockOptions,
): Parameters<typeof createWebhooks>[0] {
  const { model } = rules;
  const endpoints = findCollection(rules, 'webhook-endpoints.create');
  const rowsOf = (mode: string) =>
    endpoints === undefined ? [] : worlds.table(mode, endpoints.name).snapshot();
  // Looked up per call, so that an interceptor installed later still sees it.
  const deliver = { fetch: webhooks?.fetch ?? ((...call) => globalThis.fetch(...call)) };
  return {
    clock,
    random,
    model,
    listEndpoints: (mode) =>
      rowsOf(mode)
        .filter(({ data }) => data['status'] !== 'disabled')
        .map((row) => endpointTarget(row, mode, clock.now())),
    disableEndpoint: (id) => {
      for (const mode of worlds.modes()) {
        const table = endpoints && worlds.table(mode, endpoints.name);
        const row = table?.get(id);
        if (row !== undefined) table?.replace(row, { ...row.data, status: 'disabled' });
      }
    },
    ...(webhooks?.deliver === true ? { deliver } : {}),
  };
}

function checkHandlerNames({ operations }: Rules, handlerNames: readonly string[]): void {
  for (const { id, handlerName } of operations.values()) {
    if (handlerName === undefined || handlerNames.includes(handlerName)) continue;
    const reason = `${id} has the x-mock-handler "${handlerName}", which does not exist`;
    const advice = suggestName(handlerName, handlerNames);
    throw new MockError('invalid_model', `cannot mock this model: ${reason}. ${advice}`);
  }
}

function findCollection(
  { operations, collections }: Rules,
  handler: string,
): Collection | undefined {
  const operation = [...operations.values()].find(({ handlerName }) => handlerName === handler);
  return operation && collections.byName.get(operation.path);
}

function firstUserId({ usersName }: Rules, { worlds }: Memory): string {
  const [mode = 'test'] = worlds.modes();
  return usersName === undefined ? '' : (worlds.table(mode, usersName).snapshot()[0]?.id ?? '');
}
