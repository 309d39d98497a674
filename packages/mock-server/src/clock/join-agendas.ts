import type { Agenda } from './virtual-clock.ts';

/** Several agendas as one: whatever falls due first happens first. */
export function joinAgendas(agendas: readonly Agenda[]): Agenda {
  const nextDueAt = (): number => Math.min(...agendas.map((agenda) => agenda.nextDueAt()));
  return {
    nextDueAt,
    runDue: (now) => {
      const next = nextDueAt();
      agendas.find((agenda) => agenda.nextDueAt() === next)?.runDue(now);
    },
  };
}
