// The smallest files that readers of their kind accept.
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
// An archive without files is its end-of-directory record alone (APPNOTE 4.3.16).
const zip = Uint8Array.from({ length: 22 }, (_, index) => [0x50, 0x4b, 5, 6][index] ?? 0);

const files: { readonly [mediaType: string]: () => string | Uint8Array } = {
  'image/png': () => bytesOf(png),
  'image/gif': () => bytesOf(gif),
  'image/svg+xml': () => svg,
  'application/pdf': () => pdf,
  'application/zip': () => zip,
  'text/html': () => '<!doctype html><title>Example</title><p>An example.</p>\n',
};

/**
 * A small body of a media type, valid where the type is a common one: an image of one pixel, a page
 * without text. Of any other type, sixteen octets.
 *
 * @param mediaType - Without parameters, in lower case.
 */
export function placeholderBody(mediaType: string): string | Uint8Array {
  return Object.hasOwn(files, mediaType)
    ? (files[mediaType]?.() ?? '')
    : Uint8Array.from({ length: 16 }, (_, index) => index);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
