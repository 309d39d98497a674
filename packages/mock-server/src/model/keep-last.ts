/** The same function; for the number that it was asked last, it gives the same text again. */
export function keepLast(write: (at: number) => string): (at: number) => string {
  let [lastAt, text] = [Number.NaN, ''];
  return (at) => {
    if (at !== lastAt) [lastAt, text] = [at, write(at)];
    return text;
  };
}
