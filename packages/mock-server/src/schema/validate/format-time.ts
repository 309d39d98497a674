const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `full-date` of RFC 3339, section 5.6. */
export function isDate(text: string): boolean {
  return text.length === 10 && hasDate(text);
}

/** `full-time` of RFC 3339, section 5.6: with a zone; a leap second only where UTC has one. */
export function isTime(text: string): boolean {
  return hasTime(text, 0);
}

/** `date-time` of RFC 3339, section 5.6. */
export function isDateTime(text: string): boolean {
  return hasDate(text) && hasLetter(text, 10, 't') && hasTime(text, 11);
}

// Dates are the most frequent of all formats: read by hand, they cost a twentieth of an expression.

function hasDate(text: string): boolean {
  const century = twoDigits(text, 0);
  const rest = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(century >= 0 && rest >= 0 && day >= 1) || text[4] !== '-' || text[7] !== '-') return false;
  if (month === 2 && day === 29) {
    return rest === 0 ? century % 4 === 0 : rest % 4 === 0;
  }
  return day <= (daysOfMonths[month - 1] ?? 0);
}

function hasTime(text: string, at: number): boolean {
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  const second = twoDigits(text, at + 6);
  const isClock = hour <= 23 && minute <= 59 && second <= 60;
  if (!isClock || text[at + 2] !== ':' || text[at + 5] !== ':') return false;
  const offset = readOffset(text, skipFraction(text, at + 8));
  if (second < 60 || Number.isNaN(offset)) return !Number.isNaN(offset);
  return (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

/** In minutes; not a number when there is no zone, or something after it. */
function readOffset(text: string, at: number): number {
  if (hasLetter(text, at, 'z')) return text.length === at + 1 ? 0 : Number.NaN;
  const sign = text[at];
  const hour = twoDigits(text, at + 1);
  const minute = twoDigits(text, at + 4);
  const isZone = (sign === '+' || sign === '-') && text[at + 3] === ':' && text.length === at + 6;
  if (!isZone || !(hour <= 23 && minute <= 59)) return Number.NaN;
  return (sign === '-' ? -1 : 1) * (hour * 60 + minute);
}

function skipFraction(text: string, at: number): number {
  if (text[at] !== '.') return at;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  // A point without a digit is left to stand, where no zone begins.
  return end === at + 1 ? at : end;
}

/** Not a number unless there are two digits; then every comparison with it fails. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function hasLetter(text: string, at: number, letter: 't' | 'z'): boolean {
  return text[at] === letter || text[at] === letter.toUpperCase();
}
