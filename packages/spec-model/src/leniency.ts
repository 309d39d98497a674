import type { OperationFault } from './api-model.ts';
import type { DocumentProblemCode } from './document-error.ts';

/** How a document is read whose faults are reported rather than refused. */
export interface Leniency {
  /** What stops an operation, by its pointer. */
  readonly faultsOf: (pointer: string) => readonly OperationFault[];
  /** Hears of what the paths say twice, or say and do not mean. */
  readonly note: (fault: OperationFault & { readonly code: DocumentProblemCode }) => void;
}
