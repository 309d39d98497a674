/** How urgent a call is: whether a person waits for it, or nobody does. */
export type Priority = 'interactive' | 'normal' | 'batch';

/** Share of the calls that a lane gets while others wait too; none gets nothing. */
const WEIGHTS: { readonly [Name in Priority]: number } = { interactive: 16, normal: 4, batch: 1 };

/** Something that waits in a lane. */
export interface Queued {
  /** Its place: lower ones go first. */
  readonly place: number;
  /** The lane it waits in. */
  readonly priority: Priority;
}

class Lane<Entry extends Queued> {
  readonly weight: number;
  readonly entries: Entry[] = [];
  /** Turns that the lane has had, each divided by its weight: the lane with the fewest is next. */
  turns = 0;

  constructor(weight: number) {
    this.weight = weight;
  }
}

/**
 * Three queues that share by weight: of 21 calls 16 are interactive, 4 normal and 1 is of a batch, as
 * long as all three wait.
 *
 * @remarks Stride scheduling: nobody starves, and an empty lane saves up no turns.
 */
export class Lanes<Entry extends Queued> {
  readonly #lanes: { readonly [Name in Priority]: Lane<Entry> } = {
    interactive: new Lane(WEIGHTS.interactive),
    normal: new Lane(WEIGHTS.normal),
    batch: new Lane(WEIGHTS.batch),
  };
  readonly #all: readonly Lane<Entry>[] = Object.values(this.#lanes);

  /** How many wait. */
  get size(): number {
    return this.#all.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /**
   * How many wait in one lane.
   *
   * @param priority - The lane.
   */
  count(priority: Priority): number {
    return this.#lanes[priority].entries.length;
  }

  /**
   * Puts an entry behind those of its lane whose places are lower.
   *
   * @param entry - The entry.
   */
  insert(entry: Entry): void {
    const lane = this.#lanes[entry.priority];
    if (lane.entries.length === 0) lane.turns = Math.max(lane.turns, this.#fewestTurns());
    let at = lane.entries.length;
    while (at > 0 && (lane.entries[at - 1]?.place ?? 0) > entry.place) at -= 1;
    lane.entries.splice(at, 0, entry);
  }

  /**
   * Takes the entry that is next.
   *
   * @param only - Looks into one lane only.
   */
  take(only?: Priority): Entry | undefined {
    const lane = only ? this.#lanes[only] : this.#next();
    if (lane) lane.turns += 1 / lane.weight;
    return lane?.entries.shift();
  }

  /**
   * Takes an entry out, wherever it is.
   *
   * @param entry - The entry.
   * @returns Whether it waited.
   */
  remove(entry: Entry): boolean {
    const { entries } = this.#lanes[entry.priority];
    const at = entries.indexOf(entry);
    if (at !== -1) entries.splice(at, 1);
    return at !== -1;
  }

  /**
   * About how many will go before a place in a lane.
   *
   * @param entry - The place and the lane.
   */
  ahead({ place, priority }: Queued): number {
    const own = this.#lanes[priority];
    let before = own.entries.length;
    while (before > 0 && (own.entries[before - 1]?.place ?? 0) >= place) before -= 1;
    return this.#all.reduce((sum, { entries, weight }) => {
      const share = Math.floor(((before + 1) * weight) / own.weight);
      return weight === own.weight ? sum : sum + Math.min(entries.length, share);
    }, before);
  }

  /** All entries, lane by lane. */
  entries(): readonly Entry[] {
    return this.#all.flatMap(({ entries }) => entries);
  }

  #next(): Lane<Entry> | undefined {
    let next: Lane<Entry> | undefined;
    for (const lane of this.#all) {
      if (lane.entries.length > 0 && (!next || lane.turns < next.turns)) next = lane;
    }
    return next;
  }

  #fewestTurns(): number {
    return this.#next()?.turns ?? 0;
  }
}
