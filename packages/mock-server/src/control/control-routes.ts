import type { JsonObject } from '@product/spec-model';
import type { Fault } from '../faults/faults.ts';
import type { KeyOptions } from '../keys/key-ring.ts';
import type { MockSnapshot, ServedMock } from '../mock.ts';
import { advanceClock } from './advance-clock.ts';
import { checkMembers, type MemberTypes } from './control-input.ts';
import { describeState, showFault } from './describe-state.ts';
import { restoreSnapshot } from './restore-snapshot.ts';

/** A call of the control API, read. */
export interface ControlCall {
  /** The mock to control. */
  readonly mock: ServedMock;
  /** What the mock was when it began to listen. */
  readonly atStart: MockSnapshot;
  /** The id in the path; the empty text for a route without one. */
  readonly id: string;
  /** The members that came. */
  readonly body: JsonObject;
}

/** One call that the control API understands. */
export interface ControlRoute {
  /** In capitals. */
  readonly method: string;
  /** Below `/__mock`, `{id}` stands for one segment. */
  readonly path: string;
  /** What it does, for the reader of an unknown path. */
  readonly does: string;
  /** The members it reads, absent when it reads none. */
  readonly members?: MemberTypes;
  /** Does it; the result is answered as JSON, nothing as 204. */
  readonly run: (call: ControlCall) => unknown;
}

const faultMembers: MemberTypes = {
  operation: ['text'],
  method: ['text'],
  path: ['text'],
  status: ['number'],
  times: ['number', '"always"'],
  retryAfter: ['number'],
  delayMs: ['number'],
  error: ['"reset"'],
  body: ['anything'],
  headers: ['headers'],
};

const keyMembers: MemberTypes = {
  mode: ['text'],
  permissions: ['texts'],
  plan: ['text'],
  name: ['text'],
  expiresAt: ['text', 'number'],
  ownerId: ['text'],
  autoRenew: ['boolean'],
};

/** Every call of the control API, below `/__mock`. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/state',
    does: 'tells what is served, what time it is, and how much there is of everything',
    run: ({ mock }) => describeState(mock),
  },
  {
    method: 'POST',
    path: '/reset',
    does: 'goes back to the moment after start',
    run: ({ mock, atStart }) => {
      mock.reset();
      // The keys that were printed at start are younger than the mock itself.
      mock.restore(atStart);
    },
  },
  {
    method: 'POST',
    path: '/clock/advance',
    does: 'moves time on by {"seconds": 3600}',
    members: { seconds: ['number'] },
    run: ({ mock, body }) => {
      advanceClock(mock, Number(body['seconds'] ?? 0));
      return { now: new Date(mock.clock.now()).toISOString() };
    },
  },
  {
    method: 'GET',
    path: '/faults',
    does: 'lists the faults that have not struck out',
    run: ({ mock }) => ({ data: mock.faults.list().map(showFault) }),
  },
  {
    method: 'POST',
    path: '/faults',
    does: 'adds a fault: {"operation": "tasks.list", "status": 503, "times": 2}',
    members: faultMembers,
    run: ({ mock, body }) => {
      const times = body['times'] === 'always' ? { times: Number.POSITIVE_INFINITY } : {};
      // checkMembers() has seen to the types of the members.
      mock.faults.add({ ...body, ...times } as Fault);
    },
  },
  {
    method: 'DELETE',
    path: '/faults',
    does: 'forgets all faults',
    run: ({ mock }) => mock.faults.clear(),
  },
  {
    method: 'GET',
    path: '/keys',
    does: 'lists the keys, without their secrets',
    run: ({ mock }) => ({ data: mock.keys.list() }),
  },
  {
    method: 'POST',
    path: '/keys',
    does: 'makes a key: {"mode": "test", "permissions": ["tasks:read"], "plan": "free"}',
    members: keyMembers,
    // checkMembers() has seen to the types of the members.
    run: ({ mock, body }) => mock.keys.create(body as KeyOptions),
  },
  {
    method: 'POST',
    path: '/keys/{id}/revoke',
    does: 'revokes a key at once',
    run: ({ mock, id }) => mock.keys.revoke(id),
  },
  {
    method: 'GET',
    path: '/requests',
    does: 'lists the exchanges, oldest first, credentials masked',
    run: ({ mock }) => ({ data: mock.requests.entries }),
  },
  {
    method: 'DELETE',
    path: '/requests',
    does: 'empties the log of exchanges',
    run: ({ mock }) => mock.requests.clear(),
  },
  {
    method: 'GET',
    path: '/webhooks',
    does: 'lists the webhook deliveries, oldest first',
    run: ({ mock }) => ({ data: mock.webhooks.deliveries }),
  },
  {
    method: 'GET',
    path: '/snapshot',
    does: 'writes everything down',
    run: ({ mock }) => mock.snapshot(),
  },
  {
    method: 'PUT',
    path: '/snapshot',
    does: 'goes back to what was written down',
    members: { snapshotVersion: ['number'], parts: ['object'] },
    run: ({ mock, body }) => restoreSnapshot(mock, body),
  },
];

/** Runs a route after looking at what came. */
export function runRoute(route: ControlRoute, call: ControlCall): unknown {
  checkMembers(call.body, route.members ?? {});
  return route.run(call);
}
