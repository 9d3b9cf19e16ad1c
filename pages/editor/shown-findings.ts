import type { App, Stack } from 'aws-cdk-lib';
import { CHECKS, findings, type Severity } from '../../lib/checks';
import { readAssembly } from '../../lib/topology';
import { fences, page, section } from '../../test/docs/pages';
import { runModule } from '../../test/docs/snippets';

/** A finding at a line of a source, as an editor shows it. */
export interface ShownFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;

  /** Index of the line. */
  readonly line: number;
}

/** What the source of a construct says in the line that creates it, by construct path. */
const CREATED_BY: Readonly<Record<string, string>> = {
  'Shop/TakeOrder/EventInvokeConfig/Resource': "new lambda.Function(stack, 'TakeOrder'",
  'Shop/TakeOrder/Aliaslive/Resource': "fn.addAlias('live')",
};

/** The app of `docs/checks.md`, by lines, and its findings at the lines that create the constructs. */
export function shownFindings(): { lines: string[]; found: ShownFinding[] } {
  const [{ text }] = fences(section(page('docs/checks.md'), 'Checking an app'));
  const lines = text.trimEnd().split('\n');
  const found = findings(readAssembly(synthesized(text)), CHECKS).map(({ id, severity, message, path = '' }) => {
    const line = lines.findIndex(code => CREATED_BY[path] !== undefined && code.includes(CREATED_BY[path]));
    if (line < 0) {
      throw new Error(`No line of the app in docs/checks.md is known to create ${path}. Add it to CREATED_BY.`);
    }
    return { id, severity, message, line };
  });
  return { lines, found };
}

function synthesized(source: string): string {
  const { CDK_CONTEXT_JSON: before } = process.env;
  process.env.CDK_CONTEXT_JSON = '{"aws:cdk:enable-path-metadata":true}';
  try {
    const { stack } = runModule(`${source}\nexport { stack };`) as { stack: Stack };
    return (stack.node.root as App).synth().directory;
  } finally {
    if (before === undefined) {
      delete process.env.CDK_CONTEXT_JSON;
    } else {
      process.env.CDK_CONTEXT_JSON = before;
    }
  }
}
