import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { generate } from './generate.ts';
import { mediaDocument } from './testing/media-document.ts';
import { typeCheck } from './testing/type-check.ts';

const OPTIONS = { clientName: 'MediaClient', packageName: '@media/client' };
const generated = loadApi(mediaDocument()).then((api) => generate(api, OPTIONS));

async function textOf(path: string): Promise<string> {
  return (await generated).find((file) => file.path === path)?.content ?? '';
}

const USE = `import { MediaClient, type Entry } from './index.ts';
import { responseValidator } from './validate.ts';
const client = new MediaClient({ apiKey: 'key', validateResponses: responseValidator() });
for await (const entry of client.entries.export()) {
  const id: number = entry.id;
  void id;
}
for await (const event of client.entries.watch({ lastEventId: '1', reconnect: { maxAttempts: 5 } })) {
  const data: Entry = event.data;
  const type: string = event.event;
  void [data, type];
}
for await (const { data } of client.entries.chat({ prompt: 'Hi' }, { endData: '[DONE]' })) {
  const text: string = data;
  void text;
}
const report: string = await client.files.report();
const picture: Blob = await client.files.picture();
const note: Entry | null = await client.files.note();
await client.entries.import(new Blob([]));
await client.entries.import(new ReadableStream());
await client.files.upload({ file: new Blob([]), tags: ['a'], about: { title: 'b' } });
await client.files.upload(new FormData());
const result = await client.files.upload({ file: new Blob([]) }).result();
if (result.ok) {
  const status: 201 = result.status;
  const entry: Entry = result.data;
  void [status, entry];
} else if (result.status === 413) {
  const code: string | undefined = result.body?.code;
  void code;
}
// @ts-expect-error The file is needed.
client.files.upload({ tags: [] });
// @ts-expect-error A file is no text.
client.files.upload({ file: 'text' });
// @ts-expect-error A stream cannot be awaited for a list.
(await client.entries.export()).length;
export { note, picture, report };
`;

test('answers and bodies that are not JSON are typed as what they are', async () => {
  expect(typeCheck(await generated, [{ path: 'use.ts', content: USE }])).toEqual([]);
}, 60_000);

test('a method that streams is one line to the streams of the runtime', async () => {
  const entries = await textOf('resources/entries.ts');
  expect(entries).toContain("} from '@product/client-runtime/streams';");
  expect(entries).toContain(`  watch(options?: EventStreamOptions): EventStream<Entry> {
    return streamJsonEvents(this.caller, {
      operation: operations['entries.watch'],
      input: {},
      options,
    });
  }`);
});

test('what does not stream imports no streams', async () => {
  expect(await textOf('resources/files.ts')).not.toContain('client-runtime/streams');
  expect(await textOf('resources/files.ts')).toContain('body: multipart(body)');
});

test('the facts say which type is wanted and whether content may be missing', async () => {
  const operations = (await textOf('operations.ts')).replaceAll(/\s+/g, ' ');
  expect(operations).toContain("path: '/report', responseType: 'text/csv'");
  expect(operations).toContain("path: '/picture', responseType: 'image/*'");
  expect(operations).toContain("path: '/note', mayBeEmpty: true");
  expect(operations).toContain("path: '/entries/live', responseType: 'text/event-stream'");
});

test('the schemas of answers hold what decides, and nothing that only readers need', async () => {
  const validate = (await textOf('validate.ts')).replaceAll(/\s+/g, ' ');
  expect(validate).toContain(
    "Entry: { type: 'object', required: ['id'], properties: { id: { type: 'integer', format: 'int64' }, secret: { type: 'string' }, description: { type: 'string' }, }, }",
  );
  expect(validate).toContain("'files.upload': { '201': { $ref: '#/$defs/Entry' }");
  expect(validate).not.toContain('entries.watch');
});
