import { expect, test } from 'vitest';
import { createMockFromSpec, type FaultReport } from './spec.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://things.example.com' }],
  paths: { '/sky': { get: { responses: { 204: { description: 'ok' } } } } },
};

function overlay(target: string, update: object): object {
  const info = { title: 'T', version: '1' };
  return { overlay: '1.0.0', info, actions: [{ target, update }] };
}

test('a mock answers as the overlays make the document', async () => {
  const overlays = [overlay('$.paths', { '/sea': document.paths['/sky'] })];
  const mock = await createMockFromSpec(document, { overlays });
  const sea = await mock.fetch(new Request('https://things.example.com/sea'));
  const plain = await createMockFromSpec(document);
  const none = await plain.fetch(new Request('https://things.example.com/sea'));
  expect([sea.status, none.status]).toEqual([204, 404]);
});

test('an action that changes nothing is told with its place', async () => {
  const lines: string[] = [];
  const overlays = [overlay('$.none', {})];
  await createMockFromSpec(document, { overlays, onWarning: (line) => lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^<overlay 1>:9:17 #\/actions\/0\/target /)]);
});

test('an overlay that is none is refused with its place', async () => {
  await expect(createMockFromSpec(document, { overlays: [{}] })).rejects.toMatchObject({
    kind: 'document',
    problems: [{ code: 'not-overlay', file: '<overlay 1>', line: 1 }],
  });
});

test('an option that does not exist is refused beside overlays', async () => {
  const options = { overlays: [], sed: 1 };
  await expect(createMockFromSpec(document, options)).rejects.toMatchObject({
    code: 'invalid_option',
  });
});

test('an operation with a fault says so, and the others are served', async () => {
  const broken = { get: { responses: { 200: { $ref: '#/nowhere' } } } };
  const reports: FaultReport[] = [];
  const mock = await createMockFromSpec(
    { ...document, paths: { ...document.paths, '/broken': broken } },
    { onFaults: (report) => reports.push(report) },
  );
  const sky = await mock.fetch(new Request('https://things.example.com/sky'));
  const refused = await mock.fetch(new Request('https://things.example.com/broken'));
  expect([sky.status, refused.status]).toEqual([204, 501]);
  expect(await refused.text()).toContain('#/paths/~1broken/get/responses/200');
  const [report] = reports;
  const problems = await report?.locate(report.faults);
  expect(problems).toMatchObject([{ code: 'dangling-ref', file: '<document>', line: 1 }]);
});

test('a server of another protocol is passed over', async () => {
  const servers = [{ url: 'ws://things.example.com' }, { url: 'https://things.example.com/v1' }];
  const { baseUrl } = await createMockFromSpec({ ...document, servers });
  const none = await createMockFromSpec({ ...document, servers: [{ url: 'ws://a.example.com' }] });
  expect([baseUrl, none.baseUrl]).toEqual(['https://things.example.com/v1', 'http://localhost']);
});
