const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const IMF_OR_RFC850 = /^[A-Z][a-z]{2,8}, (\d\d)[ -]([A-Z][a-z]{2})[ -](\d{4}|\d\d) ([\d:]{8}) GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) ([\d:]{8}) (\d{4})$/;

/**
 * Reads a date of HTTP in each of its three forms: IMF-fixdate, RFC 850 and asctime.
 *
 * @remarks `Date.parse` is no help: it takes `'2'` for the year 2001 and asctime for local time.
 * @param text - The date.
 * @param nowMs - The present, in milliseconds since the epoch: a year of two digits that seems more
 * than 50 years ahead lies in the past.
 * @returns Milliseconds since the epoch, or `undefined` if it is no such date.
 * @see RFC 9110 section 5.6.7
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  const modern = IMF_OR_RFC850.exec(text);
  if (modern) {
    const [, day, month, year, time] = modern;
    return toInstant([fullYear(year, nowMs), month, day, time]);
  }
  const [, month, day, time, year] = ASCTIME.exec(text) ?? [];
  return year === undefined ? undefined : toInstant([Number(year), month, day, time]);
}

type Parts = readonly [number, string | undefined, string | undefined, string | undefined];

function toInstant([year, month = '', day, time = '']: Parts): number | undefined {
  const index = MONTHS.indexOf(month);
  const clock = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)$/.exec(time);
  if (index % 3 !== 0 || !clock) return undefined;
  const date = Number(day);
  const instant = Date.UTC(year, index / 3, date, ...clockParts(clock));
  return date >= 1 && date <= 31 ? instant : undefined;
}

function clockParts(match: RegExpExecArray): [number, number, number] {
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function fullYear(text = '', nowMs: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const thisYear = new Date(nowMs).getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + year;
  return inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury;
}
