import { checks } from './checks';
import { constructs } from './constructs';
import { deployTime } from './deploy-time';
import { topology } from './topology';

async function main(): Promise<void> {
  console.log(JSON.stringify({ constructs: constructs(), topology: topology(), checks: checks(), deployTime: await deployTime() }, undefined, 2));
}

void main();
