/**
 * `pnpm fuzz [--count 100000] [--seed 1] [--only github]`: fuzzes three mocks. Exit code 1 when an
 * answer should not have come, took more than a second of CPU, or the heap grew.
 */
import { parseArgs } from 'node:util';
import { type Fuzzed, fuzz } from './fuzz.ts';
import { type Target, targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

const SLOWEST_MS = 1000;
// What a heap may grow by after its first tenth: caches fill up to the size of the document.
const MOST_GROWTH_BYTES = 64 * 2 ** 20;
const MOST_SHOWN = 20;

const wanted = targets.filter(({ name }) => values.only === undefined || values.only === name);
if (wanted.length === 0) {
  const names = targets.map(({ name }) => name).join(', ');
  throw new Error(`cannot fuzz '${values.only}': there is no such mock. Choose one of ${names}.`);
}
for (const target of wanted) await run(target);

async function run({ name, open }: Target): Promise<void> {
  const { mock, document } = await open();
  const seed = Number(values.seed);
  const count = Number(values.count);
  let early: number | undefined;
  const onProgress = (sent: number): void => {
    if (early === undefined && sent >= count / 10) early = heap();
  };
  const fuzzed = await fuzz({ mock, document, seed, count, onProgress });
  const growth = heap() - (early ?? heap());
  tell(name, { fuzzed, seed, growth });
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function tell(
  name: string,
  {
    fuzzed,
    seed,
    growth,
  }: { readonly fuzzed: Fuzzed; readonly seed: number; readonly growth: number },
): void {
  const { answers, faults, slowestMs, slowest } = fuzzed;
  console.log(`${name}: ${faults.length} faults, seed ${seed}`);
  for (const [kind, times] of [...answers].sort()) console.log(`  ${kind}: ${times}`);
  console.log(`  slowest ${slowestMs.toFixed(0)} ms of CPU: ${slowest}`);
  console.log(`  the heap grew by ${(growth / 2 ** 20).toFixed(1)} MiB`);
  for (const { number, mutation, what, request } of faults.slice(0, MOST_SHOWN)) {
    console.log(`  ${mutation}: ${what}\n    ${request}`);
    console.log(`    again: pnpm fuzz --only ${name} --seed ${seed} --count ${number + 1}`);
  }
  const isBroken = faults.length > 0 || slowestMs > SLOWEST_MS || growth > MOST_GROWTH_BYTES;
  if (isBroken) process.exitCode = 1;
}
