/** One figure that the SDK set out to reach, and the one that was measured. */
export interface Bar {
  readonly figure: string;
  readonly bar: string;
  /** What the JSON holds; `undefined` if it holds nothing of it. */
  readonly measured?: string | undefined;
  /** Absent where a run was too short to tell. */
  readonly met?: boolean;
}
