import type { AllResults } from './all-results.ts';
import { markdownTable } from './table.ts';

/** When, where and with which versions each bench ran. */
export function measuredSection(results: AllResults): string {
  const runs = Object.entries(results).flatMap(([bench, run]) => (run ? [{ bench, run }] : []));
  const table = [
    ['bench', 'date', 'form', 'Node', 'CPUs', 'load average'],
    ...runs.map(({ bench, run }) => {
      const { date, form, node, cpus, load } = run;
      return [bench, date, form, node, `${cpus}`, load.toFixed(1)];
    }),
  ];
  const { packages = {} } = runs.find(({ run }) => run.packages)?.run ?? {};
  const versions = Object.entries(packages).map(([name, version]) => `- ${name}: ${version}`);
  return `## Measured with\n\n${markdownTable(table)}\n\n${versions.join('\n')}`;
}
