import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  StackSynthesizer, Token, type Stack, type DockerImageAssetLocation, type FileAssetLocation, type FileAssetSource, type ISynthesisSession,
} from 'aws-cdk-lib';
import { rosFiles } from './ros-files';
import { constructsOf } from './ros-scope';
import { deployScript } from './ros-script';
import { rosTemplate, serialized } from './ros-template';
import { ASSET } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';

/** Writes the files of a ROS stack into the cloud assembly, without adding an artifact. */
export class RosSynthesizer extends StackSynthesizer {
  addFileAsset({ fileName }: FileAssetSource): FileAssetLocation {
    throw invalid(this.boundStack, broken(ASSET, 'asset', fileName ?? 'a file'));
  }

  addDockerImageAsset(): DockerImageAssetLocation {
    throw invalid(this.boundStack, broken(ASSET, 'asset', 'an image'));
  }

  synthesize({ outdir }: ISynthesisSession): void {
    const stack = this.boundStack;
    const { stackName } = stack;
    const { template: file, script } = rosFiles(stack);
    const region = Token.isUnresolved(stack.region) ? undefined : stack.region;
    const body = serialized(rosTemplate(stack));
    writeFileSync(join(outdir, file), body);
    writeFileSync(join(outdir, script), deployScript({ file, body, stackName, region }));
    this.warn(stack);
  }

  /** Prints the warnings of the stack: the CDK CLI shows only those of stacks that it knows. */
  private warn(stack: Stack): void {
    for (const { node } of constructsOf(stack)) {
      for (const { data } of node.metadata.filter(({ type }) => type === 'aws:cdk:warning')) {
        process.stderr.write(`[Warning at /${node.path}] ${data}\n`);
      }
    }
  }
}
