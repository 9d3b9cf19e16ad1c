import { existsSync } from 'node:fs';
import { explanation } from '../explanation/explanation';
import { qualifiedName } from '../explanation/names';
import { unread } from '../topology';
import { mermaid } from './explain/mermaid';
import { leftOut, selected } from './explain/selection';
import { words } from './explain/words';
import type { GivenOptions } from './input/given-values';
import { inputOf, isTemplate } from './input/input';
import type { Outcome, Reader } from './outcome';
import { writePage } from './page';
import { unreadInWords } from './unread-in-words';
import { UsageError } from './usage-error';

/** The options of `explain`. */
export interface ExplainOptions extends GivenOptions {
  readonly json?: boolean;
  readonly mermaid?: boolean;

  /** The file of a page to write. */
  readonly html?: string;
}

/** Shows what happens to the events of an app. */
export function explain(positionals: readonly string[], options: ExplainOptions, { colours }: Reader): Outcome {
  if (options.json && options.mermaid) {
    throw new UsageError('`--json` and `--mermaid` exclude each other. See `cdk-async-invoke explain --help`.');
  }
  if (options.html !== undefined && (options.json || options.mermaid)) {
    throw new UsageError(`\`--html\` and \`--${options.json ? 'json' : 'mermaid'}\` exclude each other. See \`cdk-async-invoke explain --help\`.`);
  }
  const [paths, fn] = argumentsOf(positionals);
  const input = inputOf(paths, options);
  const { topology, problem } = input;
  const functions = selected(topology, fn);
  if (options.html !== undefined) {
    const [first] = fn === undefined ? [] : functions;
    return { code: 0, problem, out: writePage(options.html, input, options, { selected: first && qualifiedName(topology, first) }) };
  }
  const explanations = functions.map(chosen => explanation(topology, chosen));
  const others = fn === undefined ? leftOut(topology).map(other => qualifiedName(topology, other)) : [];
  const parts = unread(topology);
  if (options.json || options.mermaid) {
    // Programs read the output, so people are told apart from it.
    const out = options.json ? `${JSON.stringify(explanations, undefined, 2)}\n` : mermaid(explanations);
    const hidden = parts.length > 0 ? `cdk-async-invoke: ${unreadInWords(parts)}\n` : '';
    return { code: 0, out, problem: `${problem ?? ''}${hidden}` || undefined };
  }
  return { code: 0, problem, out: words(explanations, colours, others, parts) };
}

/** The app is optional, also with a function, which comes last. */
function argumentsOf(positionals: readonly string[]): [paths: readonly string[], fn?: string] {
  const [first, ...others] = positionals;
  if (first === undefined) {
    return [['cdk.out']];
  }
  if (others.length === 0 && !isTemplate(first)) {
    return !existsSync(first) && existsSync('cdk.out') ? [['cdk.out'], first] : [[first]];
  }
  const isAssembly = !isTemplate(first);
  const end = isAssembly ? 1 : [...positionals, ''].findIndex(text => !isTemplate(text));
  const [fn, ...more] = positionals.slice(end);
  if (more.length > 0) {
    throw new UsageError(`\`explain\` takes at most one function, got: ${[fn, ...more].join(' ')}. See \`cdk-async-invoke explain --help\`.`);
  }
  return [positionals.slice(0, end), fn];
}
