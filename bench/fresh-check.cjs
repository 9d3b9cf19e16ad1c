// Checks an assembly as the command line does, in a process that has done nothing else, and tells how long that takes.
const { CHECKS, findings } = require('./build/checks');
const { readAssembly } = require('./build/topology');

const start = performance.now();
findings(readAssembly(process.argv[2]), CHECKS);
console.log(performance.now() - start);
