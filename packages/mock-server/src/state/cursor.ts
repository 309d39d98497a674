/**
 * Where a page ends, as a text that means nothing to its reader.
 *
 * @remarks It names the last row by its place in time, so that rows added or removed meanwhile
 * neither repeat nor hide others.
 * @param list - Name of the list; a cursor is refused by any other list.
 * @param order - The last row's order.
 */
export function writeCursor(list: string, order: number): string {
  const digits = order.toString(36);
  return toBase64Url(`${digits}.${checksum(`${list} ${digits}`)}`);
}

/**
 * The order that a cursor names.
 *
 * @returns Absent when the text is not a cursor of this list.
 */
export function readCursor(list: string, cursor: string): number | undefined {
  const parts = /^([0-9a-z]{1,10})\.([0-9a-z]+)$/.exec(fromBase64Url(cursor));
  const [, digits = '', sum] = parts ?? [];
  if (parts === null || sum !== checksum(`${list} ${digits}`)) return undefined;
  return Number.parseInt(digits, 36);
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
