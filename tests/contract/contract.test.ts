import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestFaults, responseFaults } from './check-exchange.ts';
import { DocumentWitness } from './document-witness.ts';
import { doors, type OpenDoor } from './doors.ts';
import { productDocument } from './open-document.ts';
import { operationCases } from './operation-cases.ts';
import { type Refusal, refusals } from './refusal-cases.ts';

const witness = await DocumentWitness.open(productDocument);
const ids = witness.operations.map(({ id }) => id);

test('every operation of the document has a case, and every case an operation', () => {
  expect(Object.keys(operationCases).sort()).toEqual([...ids].sort());
});

describe.each(Object.entries(doors))('over %s', (_name, open) => {
  let door: OpenDoor;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.close());

  test.each(ids)('%s keeps the document, in its request and in its answer', async (id) => {
    door.exchanges.length = 0;
    await operationCases[id]?.(door);
    const used = door.exchanges.map(
      ({ request, pathname }) => witness.find(request.method, pathname)?.id,
    );
    expect(used).toContain(id);
    expect(await faultsOf(door)).toEqual([]);
  });

  test.each(Object.entries(refusals))('%s', async (_title, refusal: Refusal) => {
    door.exchanges.length = 0;
    const response = await refusal.send(door);
    const body = await response.clone().json();
    expect({ status: response.status, code: body.code }).toEqual(refusal.want);
    const answers = await Promise.all(door.exchanges.map((one) => responseFaults(witness, one)));
    expect(answers.flat()).toEqual([]);
  });
});

async function faultsOf(door: OpenDoor): Promise<string[]> {
  const faults = door.exchanges.map(async (exchange) => [
    ...(await requestFaults(witness, exchange)),
    ...(await responseFaults(witness, exchange)),
  ]);
  return (await Promise.all(faults)).flat();
}
