import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { alibaba } from '../../lib';

export { errorOf } from '../aws/fixture';

/** The place of stacks that know theirs. */
export const HERE = { region: 'cn-hangzhou', account: '1234567890123456' };

/** A stack that learns its account and Region at deployment. */
export function rosStack(props: alibaba.RosStackProps = {}): alibaba.RosStack {
  return new alibaba.RosStack(new App({ outdir: mkdtempSync(join(tmpdir(), 'ros-')) }), 'Ros', props);
}

/** A stack that knows its account and Region. */
export function concreteRosStack(): alibaba.RosStack {
  return rosStack(HERE);
}

export function fcFunction(stack: alibaba.RosStack, id = 'Fn', properties: Record<string, unknown> = {}): alibaba.RosResource {
  return new alibaba.RosResource(stack, id, { type: 'ALIYUN::FC3::Function', properties });
}

/** The folder that an app is synthesized to; that of the nested assembly for what is in a Stage. */
export function synthesized(construct: IConstruct): string {
  (construct.node.root as App).synth();
  return Stage.of(construct)!.outdir;
}

/** The template of a stack, as it was written. */
export function templateOf(stack: alibaba.RosStack): { ROSTemplateFormatVersion: string; Description?: string; Resources: Record<string, any> } {
  return JSON.parse(readFileSync(join(synthesized(stack), stack.rosTemplateFile), 'utf8'));
}

/** What a stack writes to standard error when it is synthesized, without what aws-cdk-lib says of acknowledging it. */
export function warningsOf(construct: IConstruct): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    synthesized(construct);
    return write.mock.calls.map(([text]) => String(text).replace(/ \[ack: [^\]]*\]/, ''));
  } finally {
    write.mockRestore();
  }
}
