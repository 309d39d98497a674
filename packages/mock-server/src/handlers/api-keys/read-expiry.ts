import type { JsonValue } from '@product/spec-model';
import type { KeyField } from '../../keys/key-field.ts';
import type { SentField, SentFields } from './sent-fields.ts';

/** The end that a request asks for. */
export interface AskedExpiry {
  /** Epoch milliseconds; null for never. */
  readonly at: number | null;
  readonly field: SentField;
  /** Set when it was chosen among the presets: days. */
  readonly presetDays?: number;
}

const dayMs = 86_400_000;

/** The end that the fields ask for: in seconds, by a preset, or an instant; absent without any. */
export function readAskedExpiry(fields: SentFields, now: number): AskedExpiry | undefined {
  const life = fields.get('expires_in');
  if (typeof life?.value === 'number') return { at: now + life.value * 1000, field: life };
  const preset = fields.get('expires_preset');
  const days = Number.parseInt(String(preset?.value ?? '').replace(/^\D+/, ''), 10);
  if (preset !== undefined && Number.isFinite(days)) {
    return { at: now + days * dayMs, field: preset, presetDays: days };
  }
  const field = fields.get('expires_at');
  return field && { at: readMoment(field.value), field };
}

/** Where a request could say when a key ends. */
export const expiryFields: readonly KeyField[] = ['expires_in', 'expires_preset', 'expires_at'];

/**
 * An instant as a request writes it: RFC 3339, or seconds or milliseconds since the epoch.
 *
 * @returns Epoch milliseconds; null for null.
 */
export function readMoment(value: JsonValue | undefined): number | null {
  if (typeof value === 'string') return Date.parse(value);
  if (typeof value !== 'number') return null;
  // Seconds reach this number in the year 5138, milliseconds did in 1973.
  return value < 1e11 ? value * 1000 : value;
}
