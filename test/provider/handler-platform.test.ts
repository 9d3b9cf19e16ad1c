import { App, Stack } from 'aws-cdk-lib';
import { determineLatestNodeRuntime } from 'aws-cdk-lib/aws-lambda';
import { handlerPlatform } from '../../lib/provider/handler-platform';

function platformIn(region?: string) {
  const stack = new Stack(new App(), 'Stack', { env: { region } });
  const { runtime, architecture } = handlerPlatform(stack);
  return { runtime: runtime.name, architecture: architecture.name, newest: determineLatestNodeRuntime(stack).name };
}

test.each([undefined, 'eu-west-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1', 'xx-new-1'])('uses Arm and the newest known Node.js in %s', region => {
  const { runtime, architecture, newest } = platformIn(region);

  expect(architecture).toBe('arm64');
  expect(runtime).toBe(newest);
});

test.each(['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1'])('uses x86 in %s, which may lack Arm', region => {
  expect(platformIn(region).architecture).toBe('x86_64');
});
