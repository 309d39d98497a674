import { styleText } from 'node:util';

/** A step of the walk: does something and says what it saw, one fact a line. */
export type Step<Stage> = (stage: Stage) => Promise<readonly string[]>;

/** Prints what happens, and keeps count of what did not. */
export class Narrator {
  readonly #out: NodeJS.WritableStream;
  readonly #startedAt: number = performance.now();
  #done = 0;
  #failed = 0;

  constructor(out: NodeJS.WritableStream) {
    this.#out = out;
  }

  /** Prints the headline. */
  title(text: string): void {
    this.#line(`\n  ${styleText('bold', text)}\n`);
  }

  /** Runs a command of the workspace; what it printed is shown only when it failed. */
  command(text: string, run: () => string | undefined): boolean {
    const startedAt = performance.now();
    const failure = run();
    this.#outcome(text, failure === undefined, startedAt);
    if (failure !== undefined) this.#line(failure);
    return failure === undefined;
  }

  /** Runs a step and prints its facts; an error is printed and counted. */
  async step<Stage>(text: string, stage: Stage, step: Step<Stage>): Promise<void> {
    const startedAt = performance.now();
    try {
      const facts = await step(stage);
      this.#outcome(text, true, startedAt);
      for (const fact of facts) this.#line(`      ${fact}`);
    } catch (error) {
      this.#outcome(text, false, startedAt);
      this.#line(styleText('red', `      ${error instanceof Error ? error.stack : String(error)}`));
    }
  }

  /** Prints the sum and gives the exit code. */
  finish(): number {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1);
    const sum = `${this.#done} of ${this.#done + this.#failed} steps did what they say, in ${seconds} s`;
    this.#line(`\n  ${styleText(this.#failed === 0 ? 'green' : 'red', sum)}\n`);
    return this.#failed === 0 ? 0 : 1;
  }

  #outcome(text: string, ok: boolean, startedAt: number): void {
    if (ok) this.#done += 1;
    else this.#failed += 1;
    const mark = ok ? styleText('green', '✓') : styleText('red', '✗');
    const took = styleText('dim', `${Math.round(performance.now() - startedAt)} ms`);
    this.#line(`  ${mark} ${styleText('bold', text)}  ${took}`);
  }

  #line(text: string): void {
    this.#out.write(`${text}\n`);
  }
}
