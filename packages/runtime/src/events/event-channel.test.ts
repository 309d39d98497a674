import { expect, test } from 'vitest';
import { openEventChannel } from './event-channel.ts';

const nowhere = [
  { title: 'a browser', platform: {} },
  { title: 'a bundle with a made-up process', platform: { process: { env: {} } } },
  { title: 'Node before 20.16', platform: { process: { versions: { node: '20.0.0' } } } },
  {
    title: 'a platform without the module',
    platform: { process: { getBuiltinModule: () => undefined } },
  },
];

test.each(nowhere)('$title has no channel', ({ platform }) => {
  expect(openEventChannel('@example/api-client', platform)).toBeUndefined();
});

test('the channel is named after the package', () => {
  const asked: string[] = [];
  const channel = { hasSubscribers: false, publish: () => undefined };
  const module = {
    channel(name: string) {
      asked.push(name);
      return channel;
    },
  };
  const getBuiltinModule = (name: string) => {
    asked.push(name);
    return module;
  };
  expect(openEventChannel('@example/api-client', { process: { getBuiltinModule } })).toBe(channel);
  expect(asked).toEqual(['node:diagnostics_channel', '@example/api-client:event']);
});
