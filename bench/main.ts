import { checks } from './checks';
import { constructs } from './constructs';
import { deployTime } from './deploy-time';
import { endpoint } from './endpoint';
import { simulator } from './simulator';
import { topology } from './topology';

void (async () => {
  console.log(JSON.stringify({
    constructs: constructs(),
    topology: topology(),
    checks: checks(),
    simulator: await simulator(),
    endpoint: await endpoint(),
    deployTime: await deployTime(),
  }, undefined, 2));
})();
