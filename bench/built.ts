import { createRequire } from 'node:module';

const built = createRequire(__filename);

/** What declares apps as users get it: what runs this folder would name each function anew, which takes time. */
export const { AsyncAlias, AsyncInvokeAlarms, AsyncInvokeChecks, mixins } = built('../build') as typeof import('../lib');

/** What plays apps. */
export const { Simulator, fails, succeeds } = built('../build/simulator') as typeof import('../lib/simulator');
export type Simulator = import('../lib/simulator').Simulator;

/** What reads and checks apps, which is not exported. */
export const { CHECKS, findings } = built('./build/checks') as typeof import('../lib/checks');
export const { readAssembly } = built('./build/topology') as typeof import('../lib/topology');
