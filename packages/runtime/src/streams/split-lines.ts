/** Cuts text that comes in pieces into lines. */
export interface LineSplitter {
  /** The line that has not ended yet. */
  readonly rest: string;
  /**
   * The lines that end in a piece of text.
   *
   * @param text - The piece, cut anywhere.
   */
  push(text: string): string[];
}

/**
 * Cuts text into lines at LF, CR and CR LF, wherever its pieces are cut.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createLineSplitter(): LineSplitter {
  let rest = '';
  let afterReturn = false;
  return {
    get rest() {
      return rest;
    },
    push(text) {
      if (text === '') return [];
      // The CR before ended its line already.
      const lines = text.slice(afterReturn && text.startsWith('\n') ? 1 : 0).split(/\r\n|[\r\n]/);
      afterReturn = text.endsWith('\r');
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      return lines;
    },
  };
}
