import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadApi } from '@product/spec-model';
import { expect, onTestFinished, test } from 'vitest';
import { generate } from './generate.ts';
import { hostileDocument, PAYLOAD } from './testing/hostile-document.ts';
import { petstoreDocument } from './testing/petstore-document.ts';
import { runGenerated } from './testing/run-generated.ts';
import { typeCheck } from './testing/type-check.ts';

const HOSTILE = { clientName: 'EvilClient', packageName: PAYLOAD };
const PETSTORE = { clientName: 'PetClient', packageName: '@pets/client' };

test('the same document gives the same files', async () => {
  const once = await generate(await loadApi(petstoreDocument()), PETSTORE);
  const twice = await generate(await loadApi(petstoreDocument()), PETSTORE);
  expect(twice).toEqual(once);
});

test('every file begins with the header and no other comment', async () => {
  const files = await generate(await loadApi(petstoreDocument()), PETSTORE);
  for (const { content } of files) {
    expect(content.split('\n')[0]).toBe(
      '// Generated from Petstore 1.0.7 by product-codegen. Do not edit.',
    );
  }
});

test('a foreign document gives code that compiles against the runtime', async () => {
  const files = await generate(await loadApi(petstoreDocument()), PETSTORE);
  const use = `import { header, PetClient, PetError, type Pet } from './index.ts';
const client = new PetClient({ auth: header('X-API-Key', 'key') });
const pets: Pet[] = await client.petStore.listPets({ 'tags[]': ['cat'] });
const pet: Pet = await client.petStore.addPet({ name: null, photoUrls: [] });
await client.petStore.addPet();
await client.pets.getPetsByPetId(1);
const gone: void = await client.pets.deletePet(1, { 'X-Reason': 'sold' });
const photo: { url?: string } | undefined = await client.pets.uploadPhoto(1, new Blob([]));
// @ts-expect-error The query has a required member.
client.petStore.listPets();
// @ts-expect-error An id is given once and never changed.
pet.id = 2;
export { gone, PetError, pets, photo };
`;
  expect(typeCheck(files, [{ path: 'use.ts', content: use }])).toEqual([]);
});

test('a hostile document gives code that compiles', async () => {
  const files = await generate(await loadApi(hostileDocument()), HOSTILE);
  expect(typeCheck(files)).toEqual([]);
});

test('a hostile document gives code that does only what it should', async () => {
  const files = await generate(await loadApi(hostileDocument()), HOSTILE);
  const folder = await mkdtemp(join(tmpdir(), 'codegen-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const runnable = files.filter(({ path }) => path !== 'index.ts');
  const { client, calls } = await runGenerated(folder, runnable, 'EvilClient');
  const resources: object[] = Object.values(client).filter((value) => 'caller' in Object(value));
  for (const resource of resources) {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    for (const method of methods.filter((name) => name !== 'constructor')) {
      await Reflect.get(resource, method).call(resource, 'one', {}, {});
    }
  }
  expect(calls.map(({ operation }) => operation.id).sort()).toEqual(
    (await loadApi(hostileDocument())).model.operations.map(({ id }) => id).sort(),
  );
  expect(calls.flatMap(({ input }) => Object.entries(input.path ?? {}))).toEqual([
    ['__proto__', 'one'],
    ['__proto__', 'one'],
  ]);
  expect(Reflect.get(globalThis, 'pwned')).toBeUndefined();
  expect(Reflect.get({}, 'type')).toBeUndefined();
});

test('code with a body in the wrong type does not compile', async () => {
  const files = await generate(await loadApi(petstoreDocument()), PETSTORE);
  const use = `import { PetClient } from './index.ts';\nnew PetClient().petStore.addPet({ name: 1 });\n`;
  expect(typeCheck(files, [{ path: 'use.ts', content: use }])).toHaveLength(1);
});
