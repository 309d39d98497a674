/** Our mock of a document, without the command line's log of requests. It is told port and document. */
import { listen } from '@product/mock-server/node';
import { createMockFromSpec } from '@product/mock-server/spec';

const [, , port, document = ''] = process.argv;
await listen(await createMockFromSpec(document, { seed: 1 }), { port: Number(port) });
