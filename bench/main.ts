import { constructs } from './constructs';
import { topology } from './topology';

console.log(JSON.stringify({ constructs: constructs(), topology: topology() }, undefined, 2));
