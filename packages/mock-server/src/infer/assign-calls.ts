import type { Ground } from './assign-lists.ts';
import { addDraft, type Draft } from './draft.ts';
import { findId } from './find-id.ts';
import { foldName, singular } from './fold-name.ts';
import { type CallName, readCallName } from './read-call-name.ts';
import { keyOf } from './read-path.ts';
import type { Verb } from './role.ts';
import type { Place, Reading } from './survey.ts';

/** A call by name: `POST /createUser`, `GET /conversations.info`. */
interface Call extends CallName {
  readonly place: Place;
  readonly reading: Reading;
}

/**
 * Gives operations their parts whose paths name what they do rather than what they do it to, where
 * several of them are about the same noun: one that makes or lists its rows, and one that is about a
 * row whose id is sent.
 *
 * @returns The places that are left.
 */
export function assignCalls(ground: Ground): ReadonlyMap<string, Place> {
  const calls = [...ground.places.values()].flatMap((place) =>
    place.readings.flatMap((reading) => {
      const name = readCallName(place.parts, reading);
      return name === undefined ? [] : [{ ...name, place, reading }];
    }),
  );
  if (calls.length < 2) return ground.places;
  const known = new Set(ground.found.drafts.map(({ word }) => word));
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const key = `${call.prefix} ${call.noun}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [call]);
    else group.push(call);
  }
  for (const group of groups.values()) {
    if (!known.has(group[0]?.noun ?? '')) assignGroup(ground, group);
  }
  const isLeft = ({ readings }: Place): boolean =>
    readings.some(({ operation }) => !ground.findings.isSettled(operation));
  return new Map([...ground.places].filter(([, place]) => isLeft(place)));
}

function assignGroup(ground: Ground, group: readonly Call[]): void {
  const home = ofVerb(group, 'list') ?? ofVerb(group, 'create');
  const draft = home && draftOf(ground, group, home);
  if (draft === undefined) return;
  const parts = group.flatMap((call) => partOf(ground, draft, call) ?? []);
  if (!parts.some(({ idMember }) => idMember !== undefined)) return;
  addDraft(ground.found, draft);
  for (const part of parts) ground.findings.assign(part);
}

function ofVerb(group: readonly Call[], verb: Verb): Call | undefined {
  return group.find((call) => call.verb === verb && call.reading.answer.row !== undefined);
}

function draftOf({ schemas }: Ground, group: readonly Call[], home: Call): Draft | undefined {
  const { row } = (ofVerb(group, 'get') ?? home).reading.answer;
  if (row === undefined || row.properties.size === 0) return undefined;
  const { place, noun } = home;
  const id = findId({ schemas, row, word: noun });
  if (id.idProperty === '') return undefined;
  return {
    ...{ name: place.template, parts: place.parts, key: keyOf(place.parts), word: noun },
    ...{ row, id, isSingleton: false, isShown: false },
    because: `${place.template} is named for what it does to its rows.`,
  };
}

type Part = Parameters<Ground['findings']['assign']>[0];

function partOf({ schemas }: Ground, draft: Draft, call: Call): Part | undefined {
  const { reading, verb, action } = call;
  if (verb === 'list' || verb === 'create') {
    const because = `Its name says that it ${said[verb]} ${draft.word} rows.`;
    const fits = verb === 'create' || reading.answer.kind === 'list';
    return fits ? { reading, verb, draft, because } : undefined;
  }
  const { requestBody, parameters } = reading.operation.api;
  const names = [
    ...schemas.shapeOf(requestBody?.content[0]?.schema).properties.keys(),
    ...parameters.flatMap((one) => (one.in === 'query' ? [one.name] : [])),
  ];
  const idMember = idAmong(names, draft);
  if (idMember === undefined) return undefined;
  const because = `Its name says what it does to the ${draft.word} that "${idMember}" names.`;
  const acts = verb === 'action' ? { action } : {};
  return { reading, verb, draft, rowFrom: 'body', idMember, ...acts, because };
}

const said = { list: 'lists', create: 'makes' };

function idAmong(names: readonly string[], { word, row, id }: Draft): string | undefined {
  const own = foldName(id.idProperty);
  const nouns = [word, row.noun].filter((noun) => noun !== '');
  const wanted = [
    ...nouns.map((noun) => `${noun}id`),
    own,
    ...nouns.map((noun) => noun + own),
    ...nouns,
  ];
  for (const folded of wanted) {
    const found = names.find((name) => foldName(name) === folded || singular(name) === folded);
    if (found !== undefined) return found;
  }
  return undefined;
}
