/** Imports the packages that it is given, in a process that has done nothing else, and tells the CPU. */
const packages: unknown = JSON.parse(process.argv[2] ?? '[]');
if (!Array.isArray(packages)) throw new Error('cannot import: the argument is no list of names.');

const before = process.cpuUsage();
for (const name of packages) await import(String(name));
const { user, system } = process.cpuUsage(before);
process.send?.(user + system, () => process.exit());
