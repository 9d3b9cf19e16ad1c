import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BENCH } from './folder';

const built = createRequire(join(BENCH, 'built.ts'));

/** What declares apps as users get it. */
export const { AsyncAlias, AsyncInvokeAlarms, AsyncInvokeChecks, DeployTimeInvocation, mixins } = built('../build') as typeof import('../lib');

/** What plays apps. */
export const { Simulator, fails, succeeds } = built('../build/simulator') as typeof import('../lib/simulator');
export type Simulator = import('../lib/simulator').Simulator;

/** What reads and checks apps, which is not exported. */
export const { CHECKS, findings } = built('./build/checks') as typeof import('../lib/checks');
export const { readAssembly } = built('./build/topology') as typeof import('../lib/topology');
