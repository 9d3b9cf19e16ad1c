import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ros from '@alicloud/ros-cdk-core';
import * as fc3 from '@alicloud/ros-cdk-fc3';
import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { HERE, rosStack, templateOf } from './fixture';
import { alibaba } from '../../lib';

/** A policy as both libraries are told it. */
interface Policy {
  readonly functionName: string;
  readonly asyncTask: boolean;
  readonly seconds: number;
  readonly retries: number;
  readonly onSuccess?: alibaba.Destination;
  readonly onFailure?: alibaba.Destination;
}

const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,30}$/).map(text => `d-${text}`);
const destination = fc.oneof(
  name.map(text => alibaba.Destination.function(text)),
  name.map(text => alibaba.Destination.queue(text)),
  name.map(text => alibaba.Destination.topic(text)),
  fc.constant(alibaba.Destination.fromArn('acs:eventbridge:cn-hangzhou::eventbus/b')),
);
const policies: fc.Arbitrary<Policy> = fc.record({
  functionName: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/).filter(text => !text.startsWith('d-')),
  asyncTask: fc.boolean(),
  seconds: fc.integer({ min: 1, max: 604_800 }),
  retries: fc.integer({ min: 0, max: 8 }),
  onSuccess: fc.option(destination, { nil: undefined }),
  onFailure: fc.option(destination, { nil: undefined }),
});

/** The resources as the vendor's own library writes them; its tokens share a map with those of aws-cdk-lib, its files must not. */
function theirs(declare: (stack: ros.Stack) => void): Record<string, unknown> {
  const app = new ros.App({ outdir: mkdtempSync(join(tmpdir(), 'ros-cdk-')) });
  const stack = new ros.Stack(app, 'Ros');
  declare(stack);
  const { template } = app.synth().getStackByName('Ros');
  return template.Resources;
}

function theirConfig(stack: ros.Stack, { functionName, asyncTask, seconds, retries, onSuccess, onFailure }: Policy): void {
  const side = (to?: alibaba.Destination) => to && { destination: to.arnFor(HERE) };
  new fc3.RosAsyncInvokeConfig(stack, 'Config', {
    functionName,
    asyncTask,
    maxAsyncEventAgeInSeconds: seconds,
    maxAsyncRetryAttempts: retries,
    destinationConfig: onSuccess || onFailure ? { onSuccess: side(onSuccess), onFailure: side(onFailure) } : undefined,
  }, true);
}

function ours({ functionName, asyncTask, seconds, retries, onSuccess, onFailure }: Policy): Record<string, unknown> {
  const stack = rosStack(HERE);
  new alibaba.AsyncInvokeConfig(stack, 'Config', {
    functionName, asyncTask, maxEventAge: Duration.seconds(seconds), retryAttempts: retries, onSuccess, onFailure,
  });
  return templateOf(stack).Resources;
}

test('renders every config as the library of Alibaba Cloud does', () => {
  fc.assert(fc.property(policies, policy => {
    expect(ours(policy)).toEqual(theirs(stack => theirConfig(stack, policy)));
  }), { numRuns: 60 });
});

test('renders references and joined texts as the library of Alibaba Cloud does', () => {
  const stack = rosStack();
  const role = new alibaba.RosResource(stack, 'Role', {
    type: 'ALIYUN::RAM::Role', properties: { RoleName: `deliver-${alibaba.Aliyun.REGION}-${alibaba.Aliyun.TENANT_ID}` },
  });
  const fn = new alibaba.RosResource(stack, 'Fn', {
    type: 'ALIYUN::FC3::Function',
    properties: { FunctionName: 'orders', Handler: 'index.handler', Runtime: 'nodejs20', Role: role.getAtt('Arn'), Description: `made by ${role.ref}` },
  });
  new alibaba.AsyncInvokeConfig(stack, 'Config', {
    functionName: fn.getAtt('FunctionName'),
    maxEventAge: Duration.hours(1),
    retryAttempts: 0,
    onFailure: alibaba.Destination.queue('failed'),
  });

  expect(templateOf(stack).Resources).toEqual(theirs(other => {
    const theirRole = new ros.RosResource(other, 'Role', {
      type: 'ALIYUN::RAM::Role', properties: { RoleName: `deliver-${ros.RosPseudo.region}-${ros.RosPseudo.tenantId}` },
    });
    const theirFn = new fc3.RosFunction(other, 'Fn', {
      functionName: 'orders', handler: 'index.handler', runtime: 'nodejs20', role: theirRole.getAtt('Arn'), description: `made by ${theirRole.ref}`,
    }, true);
    new fc3.RosAsyncInvokeConfig(other, 'Config', {
      functionName: theirFn.attrFunctionName,
      asyncTask: false,
      maxAsyncEventAgeInSeconds: 3600,
      maxAsyncRetryAttempts: 0,
      destinationConfig: { onFailure: { destination: `acs:mns:${ros.RosPseudo.region}:${ros.RosPseudo.tenantId}:/queues/failed/messages` } },
    }, true);
  }));
});
