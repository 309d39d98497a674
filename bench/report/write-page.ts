import { writeFile } from 'node:fs/promises';
import type { HerdRow } from '../herd/cell.ts';
import type { ImportRow } from '../import/import-table.ts';
import type { OverheadRow } from '../overhead/overhead-row.ts';
import type { SizeRow } from '../size/size-table.ts';
import { barsSection } from './bars-section.ts';
import { importSection, overheadSection, sizeSection } from './cost-sections.ts';
import { herdSection } from './herd-section.ts';
import { measuredSection } from './measured-section.ts';
import { readResult } from './results.ts';

const opening = `# Benchmarks

The SDK and its peers in the same run, on the same machine. Written by \`pnpm bench report\` from the
JSON in \`bench/results\`; never edited by hand. \`pnpm bench\` measures all of it again in short form,
\`pnpm bench herd\`, \`overhead\`, \`size\` and \`import\` one part in full. Read the ratios within a table: the
machine was shared with other work, so times are noisy, and nothing here is asserted in a test.`;

const page = new URL('../../docs/benchmarks.md', import.meta.url);

/** Writes the page of the figures from what the benches wrote last. */
export async function writePage(): Promise<void> {
  const herd = await readResult<HerdRow>('herd');
  const overhead = await readResult<OverheadRow>('overhead');
  const size = await readResult<SizeRow>('size');
  const imported = await readResult<ImportRow>('import');
  const results = { herd, overhead, size, import: imported };
  const sections = [
    opening,
    barsSection(results),
    herdSection(herd?.rows ?? []),
    overheadSection(overhead?.rows ?? []),
    sizeSection(size?.rows ?? []),
    importSection(imported?.rows ?? []),
    measuredSection(results),
  ];
  await writeFile(page, `${sections.join('\n\n')}\n`);
}
