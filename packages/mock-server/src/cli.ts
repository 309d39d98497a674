#!/usr/bin/env node
import { main } from './node/product-mock.ts';

// Whoever read the lines may leave (`product-mock | head`); the mock serves on.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2), process);
