import { quotaOpen } from '../servers/open-quota.ts';

const body = JSON.stringify({ id: 'task_1', title: 'x'.repeat(250), status: 'open' });
const headers = { 'Content-Type': 'application/json', ...quotaOpen };

/** Answers every call at once, without a network: what is left is the client's own work. */
export const stubFetch: typeof globalThis.fetch = async () => new Response(body, { headers });
