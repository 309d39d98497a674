import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Contender, Where } from './contender.ts';

/** A contender that answers. */
export interface RunningServer {
  readonly contender: Contender;
  readonly port: number;
  /** From the start of its process to its first answer, in milliseconds. */
  readonly startMs: number;
  /** Memory that the process holds, in MB; `undefined` where the system does not tell. */
  residentMb(): Promise<number | undefined>;
  stop(): Promise<void>;
}

// What has not answered by then counts as a server that does not start.
const patienceMs = 60_000;

/**
 * Starts a contender in a process of its own, on the first CPU where `taskset` can say so.
 *
 * @param path - What the first request asks for.
 * @returns Absent when it does not answer in a minute.
 */
export async function startServer(
  contender: Contender,
  where: Where,
  path: string,
): Promise<RunningServer | undefined> {
  const [program, ...argv] = contender.command(where);
  const startedAt = performance.now();
  const child = spawn(program, argv, { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  if (!(await firstAnswer(child, `http://127.0.0.1:${where.port}${path}`))) {
    await stop();
    return undefined;
  }
  const startMs = performance.now() - startedAt;
  return { contender, port: where.port, startMs, residentMb: () => residentMb(child), stop };
}

async function firstAnswer(child: ChildProcess, url: string): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until && child.exitCode === null) {
    const headers = { authorization: 'Bearer sk_test_mock_bench' };
    const response = await fetch(url, { headers }).catch(() => undefined);
    await response?.arrayBuffer();
    if (response !== undefined) return true;
    await wait(5);
  }
  return false;
}

async function residentMb({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
