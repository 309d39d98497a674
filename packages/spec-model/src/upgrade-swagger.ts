/// <reference path="./scalar-types.d.ts" />
import type { JsonObject, JsonValue } from './api-model.ts';
import { entriesOf, isObject } from './json-reader.ts';
import type { DocumentFault } from './mend/mender.ts';
import { pointerTo } from './reference.ts';
import { withForms } from './swagger-forms.ts';

// Members whose members can be converted, or left out, one by one.
const PARTS = ['definitions', 'parameters', 'responses', 'securityDefinitions', 'paths'] as const;

const LISTS = ['consumes', 'produces', 'schemes'];

/**
 * Step 4: Swagger 2.0 becomes OpenAPI 3.0; other documents stay as they are.
 *
 * @param document - Is not changed.
 * @param note - Hears of each part that cannot be converted and is left out; without it the first
 * one throws.
 */
export async function upgradeSwagger(
  document: JsonObject,
  note?: (fault: DocumentFault) => void,
): Promise<JsonObject> {
  if (document['swagger'] === undefined) return document;
  // Loaded for those who still write 2.0.
  const { upgrade } = await import('@scalar/openapi-upgrader');
  const convert = (part: JsonObject): JsonObject => {
    const upgraded: unknown = upgrade(structuredClone(part), '3.0');
    return upgraded as JsonObject; // the upgrader rearranges plain data
  };
  const written = withForms(document);
  try {
    return convert(written);
  } catch (error) {
    if (note === undefined) throw error;
    const sound = withoutBroken(written, { convert, note });
    return attempt(() => convert(sound), { openapi: '3.0.4', paths: {} }, note);
  }
}

/** The last resort: parts that can be converted one by one, and not together. */
function attempt(
  convert: () => JsonObject,
  instead: JsonObject,
  tell: Conversion['note'],
): JsonObject {
  try {
    return convert();
  } catch (error) {
    tell({ pointer: '#/', message: `cannot read it: ${reasonOf(error)}.`, code: 'structure' });
    return instead;
  }
}

interface Conversion {
  readonly convert: (part: JsonObject) => JsonObject;
  readonly note: (fault: DocumentFault) => void;
}

function withoutBroken(document: JsonObject, how: Conversion): JsonObject {
  const sound: { [name: string]: JsonValue } = { ...document };
  for (const list of LISTS) {
    if (sound[list] === undefined || isTexts(sound[list])) continue;
    note(how, [list], 'it must be a list of texts');
    delete sound[list];
  }
  for (const part of PARTS) {
    const kept = entriesOf(document, part).flatMap(([name, value]): [string, JsonValue][] => {
      const reason = failure(how, { [part]: { [name]: value } });
      if (reason === undefined) return [[name, value]];
      if (part === 'paths') return [[name, soundPathItem(name, value, how)]];
      note(how, [part, name], reason);
      return [];
    });
    if (part in document) sound[part] = Object.fromEntries(kept);
  }
  return sound;
}

function isTexts(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.every((text: JsonValue) => typeof text === 'string');
}

/** A path item whose broken operations are empty: they are there, and say that they are broken. */
function soundPathItem(path: string, pathItem: JsonValue, how: Conversion): JsonObject {
  const members = isObject(pathItem) ? Object.entries(pathItem) : [];
  const sound = members.map(([name, member]): [string, JsonValue] => {
    const reason = failure(how, { paths: { [path]: { [name]: member } } });
    if (reason === undefined) return [name, member];
    note(how, ['paths', path, name], reason);
    return [name, name === 'parameters' ? [] : {}];
  });
  return Object.fromEntries(sound);
}

function note({ note: tell }: Conversion, path: readonly string[], reason: string): void {
  tell({ pointer: pointerTo(...path), message: `cannot read it: ${reason}.`, code: 'structure' });
}

function failure({ convert }: Conversion, part: JsonObject): string | undefined {
  try {
    convert({ swagger: '2.0', ...part });
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
