import { loadClient } from '../clients/load-client.ts';
import { writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { servers } from '../servers/all-servers.ts';
import type { Cell, HerdRow, NamedCell } from './cell.ts';
import { herdTables } from './herd-table.ts';
import { type HerdScope, planCells } from './plan-cells.ts';
import { runCell } from './run-cell.ts';

/** Runs every client against every server, prints the tables and writes the JSON. */
export async function benchHerd(scope: HerdScope): Promise<void> {
  const rows: HerdRow[] = [];
  for (const group of planCells(scope)) {
    process.stdout.write(`${progress(group)}\n`);
    rows.push(...(await Promise.all(group.map(runOrSayWhy))));
  }
  for (const { title, table } of herdTables(rows)) printTable(title, table);
  const name = scope.only === undefined ? 'herd' : (`herd-${scope.only}` as const);
  await writeResult(name, { form: scope.short ? 'short' : 'full', rows });
}

async function runOrSayWhy(cell: Cell): Promise<HerdRow> {
  const { title } = await loadClient(cell.client);
  const named: NamedCell = { ...cell, title, serverTitle: servers[cell.server].title };
  try {
    return await runCell(named);
  } catch (error) {
    return { ...named, notRun: error instanceof Error ? error.message : String(error) };
  }
}

function progress([first, ...others]: readonly Cell[]): string {
  const { client, load, processes, fault = '' } = first ?? {};
  return `${client}: ${load} ${fault} from ${processes}, ${others.length + 1} servers side by side`;
}
