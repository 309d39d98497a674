import { bytesAsText } from '../exchange/decode-bytes.ts';
import { readContentType } from '../exchange/find-content.ts';
import type { SentFile } from '../exchange/input.ts';
import { parseJson } from '../exchange/parse-json.ts';
import type { ParsedBody, SentBody } from '../exchange/sent-body.ts';
import type { Field } from '../wire/build-tree.ts';
import { assembleForm } from '../wire/read-form.ts';
import type { WireReader } from '../wire/type-wire.ts';
import { isTyped } from '../wire/wire.ts';
import type { WireShape } from '../wire/wire-shape.ts';
import { type Disposition, readDisposition } from './read-disposition.ts';
import { type Part, splitParts } from './split-parts.ts';

/**
 * A `multipart/form-data` body as an object. A file is the text of its bytes there; its name, type
 * and size stand beside.
 *
 * @see RFC 7578
 */
export function readMultipart(reader: WireReader, body: SentBody): ParsedBody {
  const boundary = body.type.parameters.get('boundary') ?? '';
  if (!/^[\x20-\x7e]{0,69}[\x21-\x7e]$/.test(boundary)) {
    return { fault: 'the Content-Type has no boundary' };
  }
  const parts = splitParts(body.bytes, boundary);
  if ('fault' in parts) return parts;
  const fields: Field[] = [];
  const files: SentFile[] = [];
  for (const part of parts) {
    const disposition = readDisposition(part.headers.get('content-disposition') ?? '');
    if (disposition === undefined) return { fault: 'a part has no name' };
    const field = readField(part, disposition, body);
    if ('fault' in field) return field;
    fields.push([disposition.name, field.value]);
    if (disposition.filename !== undefined)
      files.push(fileOf(part, disposition, disposition.filename));
  }
  const { schema } = body.content;
  const shape = reader.shapeOf(schema);
  const form = assembleForm(listed(reader, shape, fields), shape);
  if ('fault' in form) return form;
  return { value: reader.typed(schema, form.value), ...(files.length === 0 ? {} : { files }) };
}

// One file of a list of files looks like a file alone.
function listed(reader: WireReader, shape: WireShape, fields: readonly Field[]): Field[] {
  const isOnly = (name: string): boolean => fields.filter(([other]) => other === name).length === 1;
  return fields.map(([name, value]) => {
    const { types } = reader.shapeOf(shape.has(name) ? shape.propertyOf(name) : undefined);
    const isItem = isTyped(value) && !Array.isArray(value.data) && types.has('array');
    const mayBeAlone = types.has(isItem && typeof value.data === 'string' ? 'string' : 'object');
    return [name, isItem && !mayBeAlone && isOnly(name) ? [value] : value];
  });
}

type FieldReading = { readonly value: Field[1] } | { readonly fault: string };

function readField(
  { headers, bytes }: Part,
  { name, filename }: Disposition,
  { content }: SentBody,
): FieldReading {
  const encoding = content.encoding ?? {};
  const described = Object.hasOwn(encoding, name) ? encoding[name]?.contentType : undefined;
  const type = headers.get('content-type') ?? (filename === undefined ? described : undefined);
  const text = bytesAsText(bytes);
  if (/[/+]json$/.test(readContentType(type ?? '')?.name ?? '')) {
    const parsed = parseJson(text);
    if ('value' in parsed) return { value: { data: parsed.value } };
    return { fault: `the part ${name} is not valid JSON` };
  }
  return { value: filename === undefined ? text : { data: text } };
}

function fileOf({ headers, bytes }: Part, { name }: Disposition, filename: string): SentFile {
  const type = headers.get('content-type') ?? 'application/octet-stream';
  return { name, filename, type, size: bytes.byteLength };
}
