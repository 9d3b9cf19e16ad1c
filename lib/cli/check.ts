import type { Checked } from './checked';
import type { GivenOptions } from './input/given-values';
import { inputOf } from './input/input';
import type { Outcome, Reader } from './outcome';
import { writePage } from './page';
import { json } from './report/json';
import { sarif } from './report/sarif';
import { text } from './report/text';
import { rulePage } from './rule-page';
import { UsageError } from './usage-error';
import { Acknowledgements, CHECKS, excludedIds, findings } from '../checks';

/** The options of `check`. */
export interface CheckOptions extends GivenOptions {
  readonly 'json'?: boolean;
  readonly 'sarif'?: boolean;
  readonly 'strict'?: boolean;

  /** The file of a page to write. */
  readonly 'html'?: string;
  readonly 'exclude'?: string[];
  readonly 'fix-hint'?: boolean;

  /** The id of a rule whose page is printed instead of a check. */
  readonly 'explain'?: string;
}

/** Checks an assembly or templates, or prints the page of a rule. */
export function check(paths: readonly string[], options: CheckOptions, { colours }: Reader): Outcome {
  if (options.explain !== undefined) {
    return rulePage(options.explain);
  }
  if (options.json && options.sarif) {
    throw new UsageError('`--json` and `--sarif` exclude each other. See `cdk-async-invoke check --help`.');
  }
  if (options['fix-hint'] && options.sarif) {
    throw new UsageError('`--fix-hint` is for text, and `--json` always has the fixes, got also: `--sarif`. See `cdk-async-invoke check --help`.');
  }
  const excluded = excludedIds(options.exclude ?? [], CHECKS.map(({ rule }) => rule.id), '--exclude');
  const input = inputOf(paths, options);
  const { topology, sources, assembly, acknowledged, problem = '' } = input;
  const acknowledgements = new Acknowledgements(acknowledged);
  const found = findings(topology, CHECKS.filter(({ rule }) => !excluded.has(rule.id)));
  const checked: Checked = {
    ofTemplates: assembly === undefined,
    topology,
    sources,
    findings: found.filter(finding => !acknowledgements.cover(finding)),
    acknowledged: found.filter(finding => acknowledgements.cover(finding)),
  };
  const written = options.html === undefined ? '' : writePage(options.html, input, options, { excluded: options.exclude });
  return {
    // Programs may read the output, so people are told apart from it.
    problem: `${problem}${written}` || undefined,
    code: checked.findings.some(({ severity }) => options.strict || severity === 'error') ? 1 : 0,
    out: options.json ? json(checked) : options.sarif ? sarif(checked) : text(checked, colours, options['fix-hint']),
  };
}
