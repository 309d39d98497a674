/** A file to be, by its place below the output folder. */
export interface GeneratedFile {
  /** With forward slashes: `resources/tasks.ts`. */
  readonly path: string;
  /** Text, without header and unformatted until the last step. */
  readonly content: string;
}
