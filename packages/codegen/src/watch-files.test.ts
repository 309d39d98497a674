import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { realDoor, runOnChange, type WatchDoor } from './watch-files.ts';

interface Bench {
  readonly door: WatchDoor;
  /** Ends the watch. */
  readonly stop: AbortController;
  /** A file of a watched folder changes. */
  change(folder: string, name: string): void;
  /** The folders that are watched now. */
  readonly folders: Map<string, (name: string) => void>;
}

/** A door whose every wait ends by what the test does in it. */
function bench(onWait: (wait: number) => void = () => undefined): Bench {
  const folders = new Map<string, (name: string) => void>();
  const stop = new AbortController();
  let waits = 0;
  return {
    folders,
    stop,
    change: (folder, name) => folders.get(folder)?.(name),
    door: {
      watch: (folder, onChange) => {
        if (folder === '/none') throw new Error('ENOENT');
        folders.set(folder, onChange);
        return { close: () => folders.delete(folder) };
      },
      wait: async () => {
        waits += 1;
        onWait(waits);
      },
    },
  };
}

test('a change of a file that a run named runs again, one of another file does not', async () => {
  const waits: number[] = [];
  const { door, stop, change, folders } = bench((wait) => waits.push(wait));
  let runs = 0;
  const code = await runOnChange({
    door,
    signal: stop.signal,
    run: async (onFile) => {
      runs += 1;
      onFile('/api/openapi.yaml');
      onFile('/api/tasks.yaml');
      onFile('/none/gone.yaml');
      change('/api', 'notes.txt');
      if (runs === 1) queueMicrotask(() => change('/api', 'tasks.yaml'));
      else stop.abort();
      return runs;
    },
  });
  expect({ code, runs, waits, open: [...folders.keys()] }).toEqual({
    code: 2,
    runs: 2,
    waits: [1],
    open: [],
  });
});

test('changes that follow each other give one run, when they are over', async () => {
  const { door, stop, change } = bench((wait) => {
    if (wait < 4) change('/api', 'a.yaml');
  });
  let runs = 0;
  await runOnChange({
    door,
    signal: stop.signal,
    run: async (onFile) => {
      runs += 1;
      onFile('/api/a.yaml');
      if (runs === 1) change('/api', 'a.yaml');
      else stop.abort();
      return 0;
    },
  });
  expect(runs).toBe(2);
});

test('a change during a run gives another run', async () => {
  const { door, stop, change } = bench();
  let runs = 0;
  await runOnChange({
    door,
    signal: stop.signal,
    run: async (onFile) => {
      runs += 1;
      onFile('/api/a.yaml');
      if (runs < 4) change('/api', 'a.yaml');
      else stop.abort();
      return 0;
    },
  });
  expect(runs).toBe(4);
});

test('a watch that waits ends with its signal', async () => {
  const { door, stop, folders } = bench();
  const ended = runOnChange({
    door,
    signal: stop.signal,
    run: async (onFile) => {
      onFile('/api/a.yaml');
      setImmediate(() => stop.abort());
      return 7;
    },
  });
  expect([await ended, folders.size]).toEqual([7, 0]);
});

test('the real door tells of a file that is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const name = await new Promise((resolve) => {
    const watcher = realDoor.watch(folder, resolve);
    onTestFinished(() => watcher.close());
    writeFileSync(join(folder, 'a.yaml'), 'x');
  });
  await realDoor.wait(0);
  expect(name).toBe('a.yaml');
});
