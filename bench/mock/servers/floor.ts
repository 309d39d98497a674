/** The least that a server in Node can do: `node:http` that sends fixed JSON. It is told its port. */
import { createServer } from 'node:http';

const row = {
  id: 'task_1',
  title: 'Ship it',
  status: 'open',
  priority: 0,
  labels: ['release'],
  due_at: null,
  project_id: null,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};
const body = JSON.stringify(row);
const headers = {
  'Content-Type': 'application/json',
  'Content-Length': Buffer.byteLength(body),
};

const server = createServer((request, response) => {
  const status = request.method === 'POST' ? 201 : 200;
  request.resume().once('end', () => response.writeHead(status, headers).end(body));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
