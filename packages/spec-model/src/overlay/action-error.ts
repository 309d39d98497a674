import type { DocumentProblemCode } from '../document-error.ts';

/** An action that cannot be applied to the document that it was given. */
export class ActionError extends Error {
  /** The kind of fault. */
  readonly code: DocumentProblemCode;
  /** The member of the action that is to be mended. */
  readonly member: 'target' | 'update' | 'copy';

  /**
   * Tells what is wrong with one member of an action.
   *
   * @param member - The member.
   * @param code - The kind of fault.
   * @param message - In one sentence, with what to do.
   */
  constructor(member: ActionError['member'], code: DocumentProblemCode, message: string) {
    super(message);
    this.code = code;
    this.member = member;
  }
}
