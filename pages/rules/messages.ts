import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Example } from './example';
import { AsyncInvokeChecks } from '../../lib/aws/checks/async-invoke-checks';
import { CHECKS, findings, qualifiedId } from '../../lib/checks';
import { REPORT_READ_BY_COMMAND_LINE } from '../../lib/constraints/aws-cdk/stage';
import { readAssembly, readMetadata } from '../../lib/topology';

const ENV = { account: '123456789012', region: 'eu-west-1' };

/** What people are told under one id of an app: the findings of the checks, else the warnings of constructs, else what the plugin finds. */
export function messages(id: string, build: Example[keyof Example]): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'rulebook-'));
  try {
    // As the command line of the CDK runs it.
    const app = new App({ outdir, analyticsReporting: false, context: { [REPORT_READ_BY_COMMAND_LINE.key]: REPORT_READ_BY_COMMAND_LINE.value } });
    build(new Stack(app, 'S', { env: ENV }));
    const assembly = app.synth();
    const check = CHECKS.find(({ rule }) => rule.id === id);
    if (check) {
      return findings(readAssembly(outdir), [check]).map(({ message }) => message);
    }
    const warned = warnings(outdir, id);
    return warned.length > 0 ? warned : violations(app, assembly.stacksRecursively.map(({ templateFullPath }) => templateFullPath), id);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The warnings of constructs, without the hint at their acknowledgement that aws-cdk-lib adds. */
function warnings(outdir: string, id: string): string[] {
  const hint = new RegExp(` \\[ack: \\S+::${qualifiedId(id)}\\]$`);
  return [...readMetadata(outdir)].flatMap(({ type, data }) =>
    type === 'aws:cdk:warning' && typeof data === 'string' && hint.test(data) ? data.replace(hint, '') : []);
}

function violations(appConstruct: App, templatePaths: string[], id: string): string[] {
  return new AsyncInvokeChecks().validate({ templatePaths, appConstruct }).violations
    .flatMap(({ ruleName, description }) => ruleName === id ? description : []);
}
