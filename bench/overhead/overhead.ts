import { Child } from '../processes/child.ts';
import { type Form, writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { connectContenders } from './contender.ts';
import type { CourseName, OverheadRow } from './overhead-row.ts';
import { overheadTable } from './overhead-table.ts';
import { runRounds } from './run-rounds.ts';
import { stubFetch } from './stub-fetch.ts';

const rounds = { short: 10, full: 40 } as const;

/** Measures what each client costs beside raw fetch, prints the tables and writes the JSON. */
export async function benchOverhead(form: Form): Promise<void> {
  const server = new Child(new URL('./open-server-process.ts', import.meta.url));
  try {
    const loopback = { baseUrl: `http://127.0.0.1:${await server.next()}/v1` };
    const stub = { ...loopback, fetch: stubFetch };
    const near = await connectContenders(stub);
    const far = await connectContenders(loopback);
    const rows = [
      ...named('stub', await runRounds(near, { rounds: rounds[form], concurrency: 1 })),
      ...named('loopback', await runRounds(far, { rounds: rounds[form], concurrency: 1 })),
      ...named('loopback-64', await runRounds(far, { rounds: rounds[form], concurrency: 64 })),
    ];
    printTable('CPU per call over raw fetch', overheadTable(rows));
    await writeResult('overhead', { form, rows });
  } finally {
    server.kill();
  }
}

function named(course: CourseName, costs: readonly Omit<OverheadRow, 'course'>[]): OverheadRow[] {
  return costs.map((cost) => ({ course, ...cost }));
}
