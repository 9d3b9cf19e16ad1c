import { checks } from './checks';
import { constructs } from './constructs';
import { endpoint } from './endpoint';
import { topology } from './topology';

void (async () => {
  console.log(JSON.stringify({ constructs: constructs(), topology: topology(), checks: checks(), endpoint: await endpoint() }, undefined, 2));
})();
