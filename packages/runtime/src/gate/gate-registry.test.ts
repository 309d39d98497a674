import { expect, test } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { GateRegistry } from './gate-registry.ts';

test('operations that name a limit of their own have a gate of their own, others share one', () => {
  const gates = new GateRegistry({ clock: new VirtualClock() });
  const of = (policy?: string) => gates.of(undefined, 'https://api.example.com', policy);
  expect(of()).toBe(of());
  expect(of('search')).toBe(of('search'));
  expect(new Set([of(), of('search'), of('export')]).size).toBe(3);
  const elsewhere = gates.of(undefined, 'https://other.example.com', 'search');
  expect(elsewhere).not.toBe(of('search'));
});
