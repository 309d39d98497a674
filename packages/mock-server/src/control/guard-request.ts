import type { MockHeaders } from '../exchange/message.ts';
import { ControlError } from './control-error.ts';

/**
 * Refuses requests that a page of another site makes a browser send.
 *
 * @remarks The control API has no password, so its only caller must be someone at this machine. A
 * page that rebinds its own host name to this address is caught by the `Host`, an ordinary
 * cross-site request by `Origin` or `Sec-Fetch-Site`.
 *
 * @param headers - Of the request.
 * @param hosts - Host names that are allowed besides the loopback ones, without port.
 * @throws {@link ControlError} with code `forbidden_host` or `forbidden_origin`.
 */
export function guardRequest(headers: MockHeaders, hosts: readonly string[]): void {
  const [host = '', ...moreHosts] = headers['host'] ?? [];
  const name = hostName(host);
  if (moreHosts.length > 0 || !(isLoopback(name) || hosts.includes(name))) {
    throw refused('forbidden_host', 'its Host is not this machine', 'Call it by 127.0.0.1');
  }
  const origin = headers['origin']?.[0];
  const foreign = origin !== undefined && origin !== `http://${host}`;
  if (foreign || ['cross-site', 'same-site'].includes(headers['sec-fetch-site']?.[0] ?? '')) {
    throw refused('forbidden_origin', 'it comes from a page of another site', 'Use /__mock itself');
  }
}

function hostName(host: string): string {
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(host.toLowerCase()) ?? [];
  return name.replace(/^\[|\]$/g, '');
}

function isLoopback(name: string): boolean {
  return (
    name === '::1' ||
    /^(.+\.)?localhost$/.test(name) ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
  );
}

function refused(code: string, reason: string, advice: string): ControlError {
  return new ControlError({ status: 403, code }, `cannot obey the request: ${reason}. ${advice}.`);
}
