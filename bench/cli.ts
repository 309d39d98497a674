/** `pnpm bench [herd | overhead | size | import | limits | mock | report] [--only server] [--short]` */
import { parseArgs } from 'node:util';
import { benchHerd } from './herd/herd.ts';
import { benchImport } from './import/import.ts';
import { benchLimits } from './limits/limits.ts';
import { benchMock } from './mock/mock.ts';
import { benchOverhead } from './overhead/overhead.ts';
import { writePage } from './report/write-page.ts';
import { isServerName } from './servers/all-servers.ts';
import { benchSize } from './size/size.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const { only, short } = values;
if (only !== undefined && !isServerName(only)) {
  throw new Error(`cannot run against '${only}': there is no such server in bench/servers.`);
}
const form = short ? 'short' : 'full';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  herd: () => benchHerd({ only, short }),
  overhead: () => benchOverhead(form),
  size: benchSize,
  import: () => benchImport(form),
  limits: () => benchLimits(form),
  mock: () => benchMock(form),
  report: writePage,
  async all() {
    await benchSize();
    await benchImport('short');
    await benchOverhead('short');
    await benchLimits('short');
    await benchMock('short');
    await benchHerd({ short: true });
    await writePage();
  },
};

const [name = 'all'] = positionals;
const bench = benches[name];
if (bench === undefined) {
  const names = Object.keys(benches).join(', ');
  throw new Error(`cannot run '${name}': there is no such bench. Choose one of ${names}.`);
}
await bench();
process.exit(); // clients keep sockets open
