/** One thing that is wrong with a value. */
export interface SchemaFault {
  /** RFC 6901, from the value's root: `/labels/0`. For a missing property, the property itself. */
  readonly pointer: string;
  /** The rule that is broken, in snake case: `required`, `type`, `min_length`, `unknown_field`. */
  readonly code: string;
  /** For people, without a subject: `is required`. */
  readonly message: string;
}

/** A name as one token of an RFC 6901 pointer. */
export function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A fault as a sentence about its field: `title is required.` */
export function faultSentence(subject: string, fault: SchemaFault): string {
  return `${subject === '' ? 'The body' : subject} ${fault.message}.`;
}
