const MASK = '[secret]';

/**
 * A value that shows itself to nobody but the one who calls {@link Secret.reveal}.
 *
 * @remarks The value is a `#private` field, which `util.inspect` does not print even with `showHidden`;
 * templates, JSON and string concatenation see the mask.
 */
export class Secret {
  readonly #value: string;

  /**
   * Hides a value.
   *
   * @param value - What is to be kept.
   */
  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that puts it on the wire. */
  reveal(): string {
    return this.#value;
  }

  /**
   * The text without the value.
   *
   * @param text - Text that may hold it, such as an answer that echoes it.
   */
  maskIn(text: string): string {
    return this.#value === '' ? text : text.replaceAll(this.#value, MASK);
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
