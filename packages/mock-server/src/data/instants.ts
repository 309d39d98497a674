import { instantText } from '../clock/instant.ts';

/** When things happen to one made object, so that its dates are in order. */
export interface Times {
  /** Epoch milliseconds at which it was made. */
  readonly created: number;
  /** The present, not before that. */
  readonly now: number;
  /** An instant to come. */
  readonly later: number;
}

const named =
  /(_|^)(at|on|date|datetime|timestamp|expir(es|y|ation)|until|deadline|since)$|^(created|updated|modified|published|last_seen|last_login|deleted)$/;
const notNamed = /^(on|at|.*(based|depends|turned|is|add|location)_(on|at))$/;
const born = /birth|(^|_)dob(_|$)/;
const toCome =
  /expir|(^|_)(due|until|deadline|next|renews?|end|ends|ending|to|eta|scheduled|arrival|closes|arrives|retry)(_|$)/;
const begins = /(^|_)(start|starts|started|begin|begins|from|since|activated)(_|$)/;
const made = /creat|insert|added|regist|joined|issued|opened|submit|order|request|signed_up|receiv/;
const touched = /updat|modif|chang|edit|(^|_)last_|(_|^)(seen|accessed|synced|pushed)(_|$)/;
const undone =
  /(delet|cancel|archiv|revok|reject|fail|disabl|block|suspend|refund|disput|void|clos|lock|remov|expired|complet|finish|end|discard|dismiss|merg|resolv)(l?ed|ed|d)?_?(at|on|date|time)?$/;

const hour = 3_600_000;
const year = 31_557_600_000;

/** Whether a field of this name (`created_at`) holds an instant, whatever its schema says. */
export function namesInstant(name: string): boolean {
  return named.test(name) && !notNamed.test(name);
}

/** Whether a field of this name is empty as long as nothing has happened: `deleted_at`. */
export function namesUndone(name: string): boolean {
  return undone.test(name) && !toCome.test(name.replace(/_(at|on|date|time)$/, ''));
}

/** Whether a field of this name holds an instant that is known before it comes: `expires_at`. */
export function namesToCome(name: string): boolean {
  return toCome.test(name) || begins.test(name);
}

/**
 * The instant that belongs into a field, epoch milliseconds, in whole seconds.
 *
 * @param name - Of the field, in snake case.
 */
export function instantFor(name: string, { created, now, later }: Times): number {
  const gap = now - created;
  return Math.floor(pick() / 1000) * 1000;

  function pick(): number {
    if (born.test(name)) return created - 30 * year;
    if (toCome.test(name)) return later;
    if (begins.test(name)) return Math.min(created + hour, now);
    if (made.test(name)) return created;
    return created + (touched.test(name) ? 0.75 : 0.5) * gap;
  }
}

/** An instant as text: a date alone where the format or the name asks for it. */
export function instantAs(format: string, name: string, at: number): string {
  const text = instantText(at);
  if (format === 'date') return text.slice(0, 10);
  if (format === 'time') return text.slice(11);
  const isDay = format === '' && /(^|_)(on|date|birthday|dob)$/.test(name) && !/time/.test(name);
  return isDay ? text.slice(0, 10) : text;
}

/** The factor from milliseconds to the unit of an integer instant: 1, or 1/1000. */
export function instantUnit(name: string, hint: string): number {
  return /\bms\b|milli/i.test(hint) || /_(ms|millis)$/.test(name) ? 1 : 1 / 1000;
}
