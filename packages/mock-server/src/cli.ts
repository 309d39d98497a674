#!/usr/bin/env node
import { main } from './node/product-mock.ts';

// Whoever read the lines may leave (`product-mock | head`); the mock serves on.
process.stdout.on('error', () => {});
// Not left to end by itself: Node 24 has been seen to turn for ever in its clean-up after many resets.
process.exit(await main(process.argv.slice(2), process));
