import { MASK, maskText } from './mask-text.ts';

/** What Node, Deno and Bun ask for the text that `util.inspect`, and so `console.log`, shows. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that shows itself to nobody but the one who calls {@link Secret.reveal}.
 *
 * @remarks The value is a `#private` field, which `util.inspect` does not print even with `showHidden`
 * and `structuredClone` does not copy; templates, JSON, logs and string concatenation see the mask.
 */
export class Secret {
  readonly #value: string;

  /**
   * Hides a value.
   *
   * @param value - What is to be kept; well-formed Unicode.
   */
  constructor(value: string) {
    this.#value = value;
    Object.defineProperty(this, inspect, { value: () => MASK });
  }

  /** The value itself, for the one place that puts it on the wire. */
  reveal(): string {
    return this.#value;
  }

  /**
   * The text without the value, nor a part of it that is longer than what lists of keys display.
   *
   * @param text - Text that may hold it, such as an answer that echoes it.
   */
  maskIn(text: string): string {
    return maskText(text, [this.#value]);
  }

  /** The mask. */
  toString(): string {
    return MASK;
  }

  /** The mask. */
  toJSON(): string {
    return MASK;
  }
}
