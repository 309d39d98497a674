import { writeFile } from 'node:fs/promises';
import type { ChaosRow } from '../../tests/chaos/chaos-row.ts';
import type { SoakRow } from '../../tests/soak/soak-row.ts';
import type { HerdRow } from '../herd/cell.ts';
import type { ImportRow } from '../import/import-table.ts';
import type { LimitsRow } from '../limits/limits-table.ts';
import type { MockRow } from '../mock/mock-row.ts';
import type { OverheadRow } from '../overhead/overhead-row.ts';
import type { SizeRow } from '../size/size-table.ts';
import { barsSection } from './bars-section.ts';
import { importSection, overheadSection, sizeSection } from './cost-sections.ts';
import { herdSection } from './herd-section.ts';
import { measuredSection } from './measured-section.ts';
import { mockSection } from './mock-section.ts';
import { chaosSection, limitsSection, soakSection } from './proof-sections.ts';
import { readResult } from './results.ts';

const opening = `# Benchmarks

The SDK and the mock, each with its peers in the same run, on the same machine. Written by \`pnpm bench report\` from the
JSON in \`bench/results\`; never edited by hand. \`pnpm bench\` measures all of it again in short form,
\`pnpm bench herd\`, \`overhead\`, \`size\`, \`import\`, \`limits\` and \`mock\` one part in full; \`pnpm chaos\` and
\`pnpm soak\` what only a long run shows. Read the ratios within a table: the
machine was shared with other work, so times are noisy, and nothing here is asserted in a test.`;

const page = new URL('../../docs/benchmarks.md', import.meta.url);

/** Writes the page of the figures from what the benches wrote last. */
export async function writePage(): Promise<void> {
  const herd = await readResult<HerdRow>('herd');
  const overhead = await readResult<OverheadRow>('overhead');
  const size = await readResult<SizeRow>('size');
  const imported = await readResult<ImportRow>('import');
  const results = {
    ...{ herd, overhead, size, import: imported },
    limits: await readResult<LimitsRow>('limits'),
    chaos: await readResult<ChaosRow>('chaos'),
    soak: await readResult<SoakRow>('soak'),
    mock: await readResult<MockRow>('mock'),
  };
  const sections = [
    opening,
    barsSection(results),
    herdSection(herd?.rows ?? []),
    overheadSection(overhead?.rows ?? []),
    sizeSection(size?.rows ?? []),
    importSection(imported?.rows ?? []),
    limitsSection(results.limits?.rows ?? []),
    chaosSection(results.chaos?.rows ?? []),
    soakSection(results.soak?.rows ?? []),
    mockSection(results.mock?.rows ?? []),
    measuredSection(results),
  ];
  await writeFile(page, `${sections.join('\n\n')}\n`);
}
