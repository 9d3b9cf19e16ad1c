import { Validations } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { stack } from './fixture';
import { acknowledgeHandler, acknowledgeNetworkInterfaces } from '../../lib/provider/handler-findings';

afterEach(() => jest.restoreAllMocks());

/** The ids that are acknowledged, with their reasons. */
function acknowledged(accept: (scope: IConstruct) => void): Map<string, string> {
  const found = new Map<string, string>();
  jest.spyOn(Validations, 'of').mockReturnValue({
    acknowledge: (...rules: { id: string; reason: string }[]) => rules.forEach(({ id, reason }) => found.set(id, reason)),
  } as unknown as Validations);
  accept(new Construct(stack(), 'Handler'));
  return found;
}

const ALWAYS = ['Serverless-LambdaDLQ', 'Serverless-LambdaAsyncFailureDestination', 'cdk-async-invoke:NoFailureDestination'];
const RUNTIME = ['AwsSolutions-L1', 'Serverless-LambdaLatestVersion'];
const EVERYTHING = 'AwsSolutions-IAM5[Resource::*]';

test.each([
  [{ runtimeIsOurs: true, traced: false }, [...ALWAYS, ...RUNTIME, 'Serverless-LambdaTracing']],
  [{ runtimeIsOurs: false, traced: false }, [...ALWAYS, 'Serverless-LambdaTracing']],
  [{ runtimeIsOurs: true, traced: true }, [...ALWAYS, ...RUNTIME, EVERYTHING]],
])('acknowledges the findings of %j, and none about settings of the user', (settings, ids) => {
  const found = acknowledged(handler => acknowledgeHandler(handler, settings));

  expect([...found.keys()]).toEqual(ids);
  expect([...found.values()].filter(reason => !/^[A-Z].*\.$/.test(reason))).toEqual([]);
});

test('acknowledges the wildcard for network interfaces', () => {
  expect([...acknowledged(acknowledgeNetworkInterfaces)]).toEqual([[EVERYTHING, 'Network interfaces have no names before Lambda creates them.']]);
});
