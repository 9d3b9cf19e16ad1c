// Loads the library, then its AsyncFunction, after the modules of packages that they load, which come as input, and tells how long that takes
// against App, Stack and Function of aws-cdk-lib. Without input, it tells those modules.
const { readFileSync } = require('node:fs');

const start = performance.now();
const { App, Stack } = require('aws-cdk-lib');
const { Function } = require('aws-cdk-lib/aws-lambda');
if (!App || !Stack || !Function) throw new Error('aws-cdk-lib is not whole');
const reference = performance.now() - start;

const modules = readFileSync(0, 'utf8').split('\n').filter(module => module);
modules.forEach(module => require(module));
const ready = performance.now();
const library = require('../build');
const whole = performance.now() - ready;
if (!library.AsyncFunction) throw new Error('the library is not whole');
const used = performance.now() - ready;
const loaded = Object.keys(require.cache).filter(module => module.includes('node_modules'));
console.log(modules.length === 0 ? loaded.join('\n') : JSON.stringify({ whole, used, reference }));
