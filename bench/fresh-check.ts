import { CHECKS, findings } from '../lib/checks';
import { readAssembly } from '../lib/topology';

/** Checks an assembly as the command line does, in a process that has done nothing else, and prints the milliseconds that it takes. */
const start = performance.now();
findings(readAssembly(process.argv[2]), CHECKS);
console.log(performance.now() - start);
