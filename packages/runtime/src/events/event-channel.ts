import type { ClientEvent } from './events.ts';

/** The part of a channel of `node:diagnostics_channel` that is used. */
export interface EventChannel {
  /** Whether anybody listens. */
  readonly hasSubscribers: boolean;
  /** Hands an event to each subscriber; what they throw does not come back. */
  publish(event: ClientEvent): void;
}

/** The part of the global scope that has the platform's own modules, without an import. */
interface Platform {
  readonly process?: {
    getBuiltinModule?(name: string): { channel(name: string): EventChannel } | undefined;
  };
}

/**
 * The channel of `node:diagnostics_channel` that events are published on.
 *
 * @param packageName - Name of the client's package; the channel is `<packageName>:event`.
 * @param platform - The global scope.
 * @returns `undefined` where there are no such channels: in browsers, and in Node before 20.16.
 */
export function openEventChannel(
  packageName: string,
  platform: object = globalThis,
): EventChannel | undefined {
  // Declared here, since the types of Node would be a dependency of everyone who imports this package.
  const { process } = platform as Platform;
  return process?.getBuiltinModule?.('node:diagnostics_channel')?.channel(`${packageName}:event`);
}
