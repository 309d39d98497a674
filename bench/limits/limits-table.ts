import type { Table } from '../report/table.ts';

/** How one of two limits was used while it was the tighter one, as it stands in the JSON. */
export interface LimitsRow {
  /** The limit that decides in this span. */
  readonly binding: 'minute' | 'hour';
  /** Length of the span, in milliseconds of virtual time. */
  readonly spanMs: number;
  /** Where in its window the span begins, in milliseconds. */
  readonly phaseMs: number;
  /** Calls that a client which knows all could have had. */
  readonly capacity: number;
  /** Calls that were let through. */
  readonly accepted: number;
  /** Calls that one of the limits refused: as often would it have been exceeded. */
  readonly refused: number;
  /** Calls that ended in an error. */
  readonly failed: number;
}

/** The use of the two limits, span by span. */
export function limitsTable(rows: readonly LimitsRow[]): Table {
  return [
    ['limit that binds', 'span', 'begins at', 'capacity', 'used', 'share', 'refused'],
    ...rows.map(({ binding, spanMs, phaseMs, capacity, accepted, refused }) => [
      binding,
      `${spanMs / 60_000} min`,
      `${phaseMs / 1000} s`,
      `${capacity}`,
      `${accepted}`,
      `${((100 * accepted) / capacity).toFixed(1)} %`,
      `${refused}`,
    ]),
  ];
}
