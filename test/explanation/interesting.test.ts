import { interesting } from '../../lib/explanation/interesting';
import { qualifiedName } from '../../lib/explanation/names';
import { readTemplates } from '../../lib/topology';

const fn = (Properties: object = {}) => ({ Type: 'AWS::Lambda::Function', Properties });

test('has the functions that are configured, called or have a dead-letter queue, by name', () => {
  const topology = readTemplates([{
    name: 'S',
    template: {
      Resources: {
        Zebra: fn({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } }),
        Called: fn(),
        Rule: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'x', Arn: { 'Fn::GetAtt': ['Called', 'Arn'] } }] } },
        Configured: fn(),
        Config: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: { Ref: 'Configured' }, Qualifier: '$LATEST' } },
        Neither: fn(),
      },
    },
  }]);

  expect(interesting(topology).map(each => qualifiedName(topology, each))).toEqual(['S.Called:$LATEST', 'S.Configured:$LATEST', 'S.Zebra:$LATEST']);
});
