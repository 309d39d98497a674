import type { ChaosRow } from '../../tests/chaos/chaos-row.ts';
import type { SoakRow } from '../../tests/soak/soak-row.ts';
import type { HerdRow } from '../herd/cell.ts';
import type { ImportRow } from '../import/import-table.ts';
import type { LimitsRow } from '../limits/limits-table.ts';
import type { MockRow } from '../mock/mock-row.ts';
import type { OverheadRow } from '../overhead/overhead-row.ts';
import type { SizeRow } from '../size/size-table.ts';
import type { Measured } from './results.ts';

/** What each bench found last; `undefined` for one that never ran. */
export interface AllResults {
  readonly herd: Measured<HerdRow> | undefined;
  readonly overhead: Measured<OverheadRow> | undefined;
  readonly size: Measured<SizeRow> | undefined;
  readonly import: Measured<ImportRow> | undefined;
  readonly limits: Measured<LimitsRow> | undefined;
  readonly chaos: Measured<ChaosRow> | undefined;
  readonly soak: Measured<SoakRow> | undefined;
  readonly mock: Measured<MockRow> | undefined;
}
