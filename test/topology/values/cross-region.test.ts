import { Stack, aws_lambda as lambda, aws_sqs as sqs } from 'aws-cdk-lib';
import { unknown } from '../../../lib/topology/values/value';
import { ENV, functionIn, synthesized } from '../synthesized';
import { valueOf } from '../templates';

test('finds a queue of another Region through the parameter that aws-cdk-lib writes', () => {
  const { configs } = synthesized(app => {
    const queue = new sqs.Queue(new Stack(app, 'There', { env: { ...ENV, region: 'us-east-1' }, crossRegionReferences: true }), 'Queue');
    const here = new Stack(app, 'Here', { env: ENV, crossRegionReferences: true });
    new lambda.CfnEventInvokeConfig(here, 'Config', {
      functionName: functionIn(here, 'Fn').functionName,
      qualifier: '$LATEST',
      destinationConfig: { onFailure: { destination: queue.queueArn } },
    });
  });
  expect(configs[0].onFailure).toMatchObject({
    kind: 'queue',
    resource: expect.stringMatching(/^There\.Queue/),
    region: { kind: 'literal', value: 'us-east-1' },
  });
});

test('a parameter that no stack writes is unknown', () => {
  const declared = { Reader: { Type: 'Custom::CrossRegionExportReader' } };
  expect(valueOf({ 'Fn::GetAtt': ['Reader', '/cdk/exports/x'] }, {}, declared))
    .toEqual(unknown('no stack of the app writes `/cdk/exports/x`, or several do'));
});
