import { expect, test } from 'vitest';
import { settleTasks } from '../testing/virtual-clock.ts';
import { createEmitter } from './emitter.ts';
import type { ClientEvent } from './events.ts';
import type { Logger } from './logger.ts';

const low: ClientEvent = { type: 'rate-limit-low', policy: 'hour', remaining: 1 };
const facts = { callId: 'a', operation: 'tasks.list', method: 'GET', path: '/tasks' } as const;
const start: ClientEvent = { type: 'call-start', ...facts };
const wait: ClientEvent = { type: 'wait', ...facts, waitMs: 5 };

/** A logger that keeps its lines. */
function recorder() {
  const lines: string[] = [];
  const write = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  const logger: Logger = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  return { lines, logger };
}

const levels = [
  { logLevel: 'silent', want: [] },
  { logLevel: 'error', want: [] },
  { logLevel: undefined, want: ['warn p rate-limit-low'] },
  { logLevel: 'info', want: ['warn p rate-limit-low', 'info p wait'] },
  { logLevel: 'debug', want: ['warn p rate-limit-low', 'info p wait', 'debug p call-start'] },
] as const;

test.each(levels)('at level $logLevel a logger gets $want', ({ logLevel, want }) => {
  const { lines, logger } = recorder();
  const { emit } = createEmitter({ logger, logLevel }, 'p');
  for (const event of [low, wait, start]) emit(event);
  expect(lines).toEqual(want);
});

const variables = [
  { variable: 'info', logLevel: undefined, want: 2 },
  { variable: 'debug', logLevel: 'warn', want: 1 },
  { variable: 'silent', logLevel: undefined, want: 0 },
  { variable: 'a word that is no level', logLevel: undefined, want: 1 },
] as const;

test.each(variables)(
  'the environment says $variable and the option $logLevel: $want of 3 lines',
  ({ variable, logLevel, want }) => {
    const { lines, logger } = recorder();
    const { emit } = createEmitter({ logger, logLevel }, 'p', variable);
    for (const event of [low, wait, start]) emit(event);
    expect(lines).toHaveLength(want);
  },
);

test('nobody listens, unless there is a listener, a logger or a level in the environment', () => {
  const { logger } = recorder();
  const onEvent = () => undefined;
  const emitters = [
    createEmitter({}, 'p'),
    createEmitter({ onEvent }, 'p'),
    createEmitter({ logger }, 'p'),
    createEmitter({}, 'p', 'warn'),
  ];
  expect(emitters.map(({ listens }) => listens())).toEqual([false, true, true, true]);
});

const throwing = [
  {
    title: 'throws',
    onEvent: () => {
      throw new RangeError('a secret');
    },
  },
  { title: 'rejects', onEvent: async () => Promise.reject(new RangeError('a secret')) },
];

test.each(throwing)(
  'a listener that $title is logged by the name of its error, and harms nothing',
  async ({ onEvent }) => {
    const errors: unknown[] = [];
    const logger = { ...recorder().logger, error: (...line: unknown[]) => void errors.push(line) };
    createEmitter({ onEvent, logger }, 'p').emit(low);
    await settleTasks();
    expect(errors).toEqual([['p listener threw', { name: 'RangeError' }]]);
  },
);

test('a logger that throws keeps no event from the listener', () => {
  const fail = () => {
    throw new Error('the disk is full');
  };
  const seen: string[] = [];
  const onEvent = ({ type }: ClientEvent) => void seen.push(type);
  const logger: Logger = { debug: fail, info: fail, warn: fail, error: fail };
  createEmitter({ onEvent, logger }, 'p').emit(low);
  expect(seen).toEqual(['rate-limit-low']);
});

test('lines of the lowest level are made only for a logger that takes them', () => {
  const { lines, logger } = recorder();
  expect(createEmitter({ logger, logLevel: 'info' }, 'p').debug).toBeUndefined();
  createEmitter({ logger, logLevel: 'debug' }, 'p').debug?.('request', {});
  expect(lines).toEqual(['debug p request']);
});
