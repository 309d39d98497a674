/**
 * Ends a step that did not do what it says.
 *
 * @throws Error with the sentence that turned out to be untrue.
 */
export function expect(truth: boolean, sentence: string): asserts truth {
  if (!truth) throw new Error(`this is not what happened: ${sentence}`);
}

/** What a promise rejects with; fails the step when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('this is not what happened: the call was refused');
}
