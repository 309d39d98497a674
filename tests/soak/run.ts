/** `pnpm soak [--minutes 10] [--rate 200]`: exit code 1 if the client leaves anything behind. */
import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';

const megabyte = 2 ** 20;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '200' },
  },
});
const minutes = Number(values.minutes);
const report = await runSoak({ minutes, rate: Number(values.rate) });
const calls = [...report.outcomes.values()].reduce((sum, count) => sum + count, 0);

// In less than a minute the heap has not settled: what grows then are compiled code and caches.
const mostGrowth = minutes >= 1 ? 1 : Number.POSITIVE_INFINITY;

/** A figure, and the most it may be. */
const bounded: readonly (readonly [string, number, number])[] = [
  ['heap growth over the run (MB)', report.heapGrowthBytes / megabyte, mostGrowth],
  ['errors that are not typed', report.untyped, 0],
  ['unhandled rejections', report.unhandledRejections, 0],
  ['warnings of the process', report.warnings, 0],
  ['abort listeners left', report.listeners, 0],
  ['timers, sockets and handles left', report.resources.length, 0],
];
const lines: readonly (readonly [string, string])[] = [
  ['minutes', String(minutes)],
  ['calls', String(calls)],
  ...[...report.outcomes].map(([outcome, count]) => [`  ${outcome}`, String(count)] as const),
  ['requests', String(report.attempts)],
  ['heap at the start (MB)', (report.heapAtStartBytes / megabyte).toFixed(1)],
  ...bounded.map(([name, value, most]) => {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    return [name, `${shown}  (at most ${most})${value > most ? '  BROKEN' : ''}`] as const;
  }),
  ...report.resources.map((resource) => ['  left', resource] as const),
];
for (const [name, value] of lines) process.stdout.write(`${name.padEnd(36)}${value}\n`);
process.exitCode = calls > 0 && bounded.every(([, value, most]) => value <= most) ? 0 : 1;
