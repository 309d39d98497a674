import '@hyperjump/json-schema/formats';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASIC } from '@hyperjump/json-schema/experimental';
import {
  setShouldValidateFormat,
  type Validator,
  validate,
} from '@hyperjump/json-schema/openapi-3-1';
import { bundleDocument, type Json, members, writeDocument } from './open-document.ts';

setShouldValidateFormat(true);

/** One operation of the document, as the witness found it. */
export interface WitnessedOperation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly path: RegExp;
  /** JSON pointer of the operation. */
  readonly pointer: string;
  readonly node: { readonly [name: string]: Json };
}

/**
 * Holds requests and answers against a document.
 *
 * @remarks Bundled by Redocly and validated by Hyperjump: nothing that this project wrote has a
 * say in what is valid, so the SDK and the mock cannot agree on the same mistake.
 */
export class DocumentWitness {
  readonly document: { readonly [name: string]: Json };
  readonly operations: readonly WitnessedOperation[];
  readonly #file: string;
  readonly #validators: Map<string, Promise<Validator>> = new Map();

  private constructor(document: { [name: string]: Json }, file: string) {
    this.document = document;
    this.#file = file;
    this.operations = listOperations(document);
  }

  /** Bundles the document and makes it known to the validator. */
  static async open(source: URL): Promise<DocumentWitness> {
    const folder = await mkdtemp(join(tmpdir(), 'document-witness-'));
    const file = join(folder, 'product.openapi.json');
    const document = await bundleDocument(source);
    await writeDocument(document, file);
    return new DocumentWitness(document, file);
  }

  /** The operation that a request addresses: concrete paths win over templated ones. */
  find(method: string, pathname: string): WitnessedOperation | undefined {
    return this.operations
      .filter((one) => one.method === method && one.path.test(pathname))
      .sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
  }

  /** What a reference stands for, and where that is; other nodes stand for themselves. */
  resolve(node: Json | undefined, pointer: string): { node: { [name: string]: Json }; at: string } {
    const reference = members(node)['$ref'];
    if (typeof reference !== 'string') return { node: members(node), at: pointer };
    const at = reference.slice(1);
    return this.resolve(this.#look(at), at);
  }

  /** Validates a value by the schema at a pointer; gives one line for each fault. */
  async faults(pointer: string, value: Json): Promise<string[]> {
    const compiled = this.#validators.get(pointer) ?? this.#compile(pointer);
    this.#validators.set(pointer, compiled);
    const output = (await compiled)(value, BASIC);
    if (output.valid) return [];
    return (output.errors ?? []).map(
      (error) => `${error.instanceLocation} breaks ${error.absoluteKeywordLocation.split('#')[1]}`,
    );
  }

  #compile(pointer: string): Promise<Validator> {
    const fragment = pointer.split('/').map(encodeURIComponent).join('/');
    return validate(`${this.#file}#${fragment}`);
  }

  #look(pointer: string): Json | undefined {
    const names = pointer.split('/').slice(1);
    return names.reduce<Json | undefined>(
      (node, name) => members(node)[name.replaceAll('~1', '/').replaceAll('~0', '~')],
      this.document as Json, // a document is one object of plain data
    );
  }
}

/** A name as one step of a JSON pointer, RFC 6901. */
export function step(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

function listOperations(document: { [name: string]: Json }): WitnessedOperation[] {
  return Object.entries(members(document['paths'])).flatMap(([template, item]) =>
    Object.entries(members(item))
      .filter(([method]) => methods.includes(method))
      .map(([method, node]) => ({
        id: String(members(node)['operationId']),
        method: method.toUpperCase(),
        template,
        path: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
        pointer: `/paths/${step(template)}/${method}`,
        node: members(node),
      })),
  );
}
