import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A watch on a folder. */
export interface FolderWatch {
  /** Ends it. */
  close(): void;
}

/** How a watch sees files and time; tests give their own. */
export interface WatchDoor {
  /** Tells of each name in a folder that changes, until closed. */
  readonly watch: (folder: string, onChange: (name: string) => void) => FolderWatch;
  /** Resolves later. */
  readonly wait: (delayMs: number) => Promise<unknown>;
}

/** What is repeated, and until when. */
export interface Watching {
  /** Does the work, and names the files that it depends on while it does. */
  readonly run: (onFile: (path: string) => void) => Promise<number>;
  /** Files and time. */
  readonly door: WatchDoor;
  /** Ends the watch. */
  readonly signal: AbortSignal | undefined;
}

/** The real files and the real time. */
export const realDoor: WatchDoor = {
  watch: (folder, onChange) =>
    watch(folder, (_event, name) => {
      if (name !== null) {
        onChange(name);
      }
    }),
  wait: (delayMs) => setTimeout(delayMs),
};

// An editor writes a file in several steps, and a branch switch writes many.
const QUIET_MS = 100;

/**
 * Runs at once, and again whenever a file that a run named has changed and all have been quiet for
 * 100 ms.
 *
 * @remarks Folders are watched rather than files, since many editors save by replacing the file.
 *
 * @returns What the last run gave, once the signal is aborted.
 */
export async function runOnChange({ run, door, signal }: Watching): Promise<number> {
  const notice = createNotice(signal);
  const folders = watchFolders(door, notice.tell);
  try {
    let handled = notice.count();
    let code = await run(folders.add);
    while (signal?.aborted !== true) {
      if (notice.count() === handled) {
        await notice.next();
        continue;
      }
      const seen = notice.count();
      await door.wait(QUIET_MS);
      if (notice.count() === seen) {
        handled = seen;
        code = await run(folders.add);
      }
    }
    return code;
  } finally {
    folders.close();
  }
}

interface Notice {
  readonly tell: () => void;
  readonly count: () => number;
  readonly next: () => Promise<void>;
}

function createNotice(signal: AbortSignal | undefined): Notice {
  let count = 0;
  let wake = (): void => undefined;
  signal?.addEventListener('abort', () => wake());
  return {
    tell: () => {
      count += 1;
      wake();
    },
    count: () => count,
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}

interface Folders {
  readonly add: (path: string) => void;
  readonly close: () => void;
}

function watchFolders(door: WatchDoor, onChange: () => void): Folders {
  const namesByFolder = new Map<string, Set<string>>();
  const watches: { close(): void }[] = [];
  const open = (folder: string): Set<string> => {
    const names = new Set<string>();
    namesByFolder.set(folder, names);
    try {
      watches.push(door.watch(folder, (name) => names.has(name) && onChange()));
    } catch {
      // A folder that is not there cannot be watched; the file that names it can.
    }
    return names;
  };
  return {
    add: (path) => {
      const folder = dirname(path);
      (namesByFolder.get(folder) ?? open(folder)).add(basename(path));
    },
    close: () => {
      for (const one of watches) {
        one.close();
      }
    },
  };
}
