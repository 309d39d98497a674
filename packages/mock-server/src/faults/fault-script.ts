import { MockError } from '../mock-error.ts';
import type { Operation } from '../model/operation.ts';
import { checkOptionNames } from '../options/check-options.ts';
import { unknownName } from '../options/unknown-name.ts';
import type { Fault, Faults } from './faults.ts';

/** A request, as far as a script looks at it. */
export interface Struck {
  readonly operation: Operation | undefined;
  /** In capitals. */
  readonly method: string;
}

/** Scripted faults with the side that the exchange uses. */
export interface FaultScript extends Faults {
  /** Takes the oldest fault that fits, and counts it. */
  strike(request: Struck): Fault | undefined;
}

interface Scripted {
  readonly fault: Fault;
  left: number;
}

const names = [
  ...['operation', 'method', 'path', 'status', 'times', 'retryAfter'],
  ...['delayMs', 'error', 'body', 'headers'],
];

/** A script of faults for the operations of one document. */
export function createFaultScript(operations: ReadonlyMap<string, Operation>): FaultScript {
  let script: Scripted[] = [];
  return {
    add: (fault) => {
      checkFault(fault, operations);
      script.push({ fault, left: fault.times ?? 1 });
    },
    list: () => script.map(({ fault, left }) => ({ ...fault, times: left })),
    clear: () => {
      script = [];
    },
    strike: (request) => {
      const struck = script.find(({ fault }) => fits(fault, request));
      if (struck === undefined) return undefined;
      struck.left -= 1;
      if (struck.left <= 0) script = script.filter((entry) => entry !== struck);
      return struck.fault;
    },
  };
}

function fits(fault: Fault, { operation, method }: Struck): boolean {
  if (fault.operation !== undefined && fault.operation !== operation?.id) return false;
  if (fault.path !== undefined && fault.path !== operation?.path) return false;
  return fault.method === undefined || fault.method.toUpperCase() === method;
}

function checkFault(fault: Fault, operations: ReadonlyMap<string, Operation>): void {
  checkOptionNames('add a fault', fault, names);
  const { operation, path } = fault;
  if (operation !== undefined && !operations.has(operation)) {
    throw unknown('operation', operation, operations.keys());
  }
  const paths = [...operations.values()].map((known) => known.path);
  if (path !== undefined && !paths.includes(path)) {
    throw unknown('path', path, paths);
  }
  const wrong = wrongNumber(fault) ?? wrongHeader(fault);
  if (wrong !== undefined) throw new MockError('invalid_option', `cannot add a fault: ${wrong}.`);
}

function unknown(kind: string, name: string, known: Iterable<string>): MockError {
  return unknownName('unknown_operation', { purpose: 'add a fault', kind, name, known });
}

function wrongNumber({ status, times, retryAfter, delayMs, error }: Fault): string | undefined {
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
    return 'status is not a whole number from 200 to 599. Give the status to answer with';
  }
  if (times !== undefined && !(times >= 1)) {
    return 'times is less than 1. Give how often it strikes, Infinity for always';
  }
  if ([retryAfter, delayMs].some((value) => value !== undefined && !(value >= 0))) {
    return 'retryAfter and delayMs are lengths of time. Give 0 or more';
  }
  if (error !== undefined && error !== 'reset') return "error can only be 'reset'. Leave it out";
  const empty = status === undefined && error === undefined && delayMs === undefined;
  return empty ? 'it does nothing. Give a status, a delayMs or error' : undefined;
}

// RFC 9110 §5.1, §5.5: what no door could send.
function wrongHeader({ headers = {} }: Fault): string | undefined {
  const bad = Object.entries(headers).find(
    ([name, value]) =>
      !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value),
  );
  return (
    bad &&
    `its header ${JSON.stringify(bad[0])} has a name or a value that HTTP cannot carry. Mend it`
  );
}
