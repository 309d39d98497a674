import type { MockAnswer } from '../exchange/message.ts';
import { sha256 } from '../hash/sha256.ts';
import { consoleBody } from './console-body.ts';
import { consoleElements } from './console-elements.ts';
import { consoleScript } from './console-script.ts';
import { consoleStyle } from './console-style.ts';

const script = consoleElements + consoleScript;

/**
 * The console: one page without any other file, which shows the mock live by asking the control API.
 *
 * @remarks What it shows comes from whoever calls the mock, so it is written as text only, and the
 * policy lets nothing run but the page's own script.
 *
 * @see {@link https://www.w3.org/TR/CSP3/ | Content Security Policy}
 */
export function consolePage(): MockAnswer {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
    body: page(),
  };
}

function page(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mock console</title>
<link rel="icon" href="data:,">
<style>${consoleStyle}</style>
</head>
<body>${consoleBody}<script>${script}</script></body>
</html>
`;
}

function policy(): string {
  const digest = sha256(new TextEncoder().encode(script));
  return [
    "default-src 'none'",
    "connect-src 'self'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${btoa(String.fromCharCode(...digest))}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
