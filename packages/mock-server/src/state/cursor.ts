/**
 * Where a page ends, as a text that means nothing to its reader.
 *
 * @remarks It names the last row by its place in time, so that rows added or removed meanwhile
 * neither repeat nor hide others.
 * @param list - Name of the list; a cursor is refused by any other list.
 * @param order - The last row's order.
 */
export function writeCursor(list: string, order: number): string {
  return sealText(list, order.toString(36));
}

/**
 * The order that a cursor names.
 *
 * @returns Absent when the text is not a cursor of this list.
 */
export function readCursor(list: string, cursor: string): number | undefined {
  const digits = openText(list, cursor);
  if (digits === undefined || !/^[0-9a-z]{1,10}$/.test(digits)) return undefined;
  return Number.parseInt(digits, 36);
}

/**
 * A text in a form that means nothing to its reader.
 *
 * @param text - Of ASCII characters.
 */
export function sealText(list: string, text: string): string {
  return toBase64Url(`${text}.${checksum(`${list} ${text}`)}`);
}

/**
 * The text that was sealed.
 *
 * @returns Absent when it was sealed for another list, or never.
 */
export function openText(list: string, sealed: string): string | undefined {
  const [, text = '', sum] = /^(.*)\.([0-9a-z]+)$/s.exec(fromBase64Url(sealed)) ?? [];
  return sum === checksum(`${list} ${text}`) ? text : undefined;
}

// FNV-1a: it tells mistakes from cursors, and guards nothing.
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function toBase64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
