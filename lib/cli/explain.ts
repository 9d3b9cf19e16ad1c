import { existsSync } from 'node:fs';
import { explanation } from '../explanation/explanation';
import { qualifiedName } from '../explanation/names';
import { readAssembly } from '../topology';
import { mermaid } from './explain/mermaid';
import { leftOut, selected } from './explain/selection';
import { words } from './explain/words';
import type { Outcome, Reader } from './outcome';
import { UsageError } from './usage-error';

/** The options of `explain`. */
export interface ExplainOptions {
  readonly json?: boolean;
  readonly mermaid?: boolean;
}

/** Shows what happens to the events of an app. */
export function explain(positionals: readonly string[], options: ExplainOptions, { colours }: Reader): Outcome {
  if (options.json && options.mermaid) {
    throw new UsageError('`--json` and `--mermaid` exclude each other. See `cdk-async-invoke explain --help`.');
  }
  const [assembly, fn] = argumentsOf(positionals);
  const topology = readAssembly(assembly);
  const explanations = selected(topology, fn).map(chosen => explanation(topology, chosen));
  const others = fn === undefined ? leftOut(topology).map(other => qualifiedName(topology, other)) : [];
  return {
    code: 0,
    out: options.json ? `${JSON.stringify(explanations, undefined, 2)}\n` : options.mermaid ? mermaid(explanations) : words(explanations, colours, others),
  };
}

/** The assembly is optional, also with a function. */
function argumentsOf([first, second]: readonly string[]): [assembly: string, fn?: string] {
  if (first === undefined) {
    return ['cdk.out'];
  }
  return second === undefined && !existsSync(first) && existsSync('cdk.out') ? ['cdk.out', first] : [first, second];
}
