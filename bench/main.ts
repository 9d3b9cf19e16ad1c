import { constructs } from './constructs';

console.log(JSON.stringify({ constructs: constructs() }, undefined, 2));
