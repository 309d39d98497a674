import type { ClientName } from '../clients/load-client.ts';
import { type ServerName, servers } from '../servers/all-servers.ts';
import type { Cell, Fault, Load } from './cell.ts';

/** What part of the herd to run. */
export interface HerdScope {
  /** The one server to run against, else all of them. */
  readonly only?: ServerName | undefined;
  /** One process against every server, and the rest against aligned windows alone. */
  readonly short: boolean;
}

const clients: readonly ClientName[] = [
  'ours',
  'openai',
  'stripe',
  'ky',
  'octokit',
  'aws-adaptive',
  'openapi-fetch',
];

// The order of the keys is the order of the tables.
const everyServer = Object.keys(servers) as ServerName[];

/** The cells to run, in groups; those of one group run side by side. */
export function planCells({ only, short }: HerdScope): Cell[][] {
  const chosen = only === undefined ? everyServer : [only];
  const rest: ServerName[] = short ? chosen.slice(0, 1) : chosen;
  return [
    ...against(chosen, { load: 'burst', processes: 1 }),
    ...against(rest, { load: 'burst', processes: 4 }),
    ...overRedis(rest, 'burst'),
    ...overRedisWithFaults(rest),
    ...against(rest, { load: 'overload', processes: 1 }),
    ...(short ? [] : against(rest, { load: 'overload', processes: 4 })),
    ...(short ? [] : overRedis(rest, 'overload')),
  ];
}

function overRedis(names: ServerName[], load: Load): Cell[][] {
  return [names.map((server) => ({ client: 'ours-redis', server, load, processes: 4 }))];
}

function overRedisWithFaults(names: ServerName[]): Cell[][] {
  const faults: readonly Fault[] = ['kill-one', 'restart-redis'];
  return faults.flatMap((fault) =>
    overRedis(names.slice(0, 1), 'burst').map((group) => group.map((cell) => ({ ...cell, fault }))),
  );
}

function against(names: ServerName[], load: Pick<Cell, 'load' | 'processes'>): Cell[][] {
  return clients.map((client) => names.map((server) => ({ client, server, ...load })));
}
