import { checks } from './checks';
import { constructs } from './constructs';
import { topology } from './topology';

console.log(JSON.stringify({ constructs: constructs(), topology: topology(), checks: checks() }, undefined, 2));
