import { expect, test } from 'vitest';
import { readArguments, UsageError } from './read-arguments.ts';

const defaults = {
  overlays: [],
  port: 4010,
  host: '127.0.0.1',
  seed: 1,
  allowRemote: false,
  security: 'open',
  references: 'open',
  strict: false,
  verbose: false,
  help: false,
  version: false,
};

test.each([
  { argv: [], want: {} },
  { argv: ['openapi.yaml'], want: { document: 'openapi.yaml' } },
  { argv: ['--port', '0', 'a.yaml', '--seed=7'], want: { port: 0, seed: 7, document: 'a.yaml' } },
  { argv: ['-p', '1'], want: { port: 1 } },
  { argv: ['--host', '::1'], want: { host: '::1' } },
  {
    argv: ['a.yaml', '--overlay', 'b.yaml', '--overlay=c.yaml'],
    want: { document: 'a.yaml', overlays: ['b.yaml', 'c.yaml'] },
  },
  { argv: ['a.yaml', '--allow-remote'], want: { document: 'a.yaml', allowRemote: true } },
  { argv: ['a.yaml', '--verbose'], want: { document: 'a.yaml', verbose: true } },
  {
    argv: ['a.yaml', '--references', 'strict'],
    want: { document: 'a.yaml', references: 'strict' },
  },
  { argv: ['a.yaml', '--security', 'off'], want: { document: 'a.yaml', security: 'off' } },
  { argv: ['a.yaml', '--strict'], want: { document: 'a.yaml', strict: true } },
  { argv: ['-h'], want: { help: true } },
  { argv: ['--version'], want: { version: true } },
  { argv: ['--', '--odd.yaml'], want: { document: '--odd.yaml' } },
])('$argv is understood', ({ argv, want }) => {
  expect(readArguments(argv)).toEqual({ ...defaults, ...want });
});

test.each([
  { argv: ['--prot', '1'], message: /--prot is unknown.*--port/ },
  { argv: ['--overlay', 'a.yaml'], message: /there is no document/ },
  { argv: ['a.yaml', '--overlay'], message: /--overlay has no value/ },
  { argv: ['a.yaml', '--overlay='], message: /--overlay has no value/ },
  { argv: ['-q', '1'], message: /-q is unknown/ },
  { argv: ['--toString'], message: /--toString is unknown/ },
  { argv: ['--__proto__'], message: /--__proto__ is unknown/ },
  { argv: ['--port'], message: /--port has no value/ },
  { argv: ['--port='], message: /--port has no value/ },
  { argv: ['--help=yes'], message: /--help takes no value/ },
  { argv: ['--port', '65536'], message: /whole number from 0 to 65535/ },
  { argv: ['--port', '1e3'], message: /whole number/ },
  { argv: ['--port', '--host'], message: /whole number|no value/ },
  { argv: ['--seed', '1.5'], message: /whole number/ },
  { argv: ['--references', 'stric'], message: /there is no "stric".*strict/ },
  { argv: ['--security', 'strikt'], message: /there is no "strikt".*strict/ },
  { argv: ['a.yaml', 'b.yaml'], message: /two documents/ },
])('$argv is refused with advice', ({ argv, message }) => {
  expect(() => readArguments(argv)).toThrow(UsageError);
  expect(() => readArguments(argv)).toThrow(message);
});
