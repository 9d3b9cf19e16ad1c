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
])('%j is answered for, and nothing that a user has chosen', (settings, ids) => {
  const found = acknowledged(handler => acknowledgeHandler(handler, settings));

  expect([...found.keys()]).toEqual(ids);
  expect([...found.values()].filter(reason => !/^[A-Z].*\.$/.test(reason))).toEqual([]);
});

test('network interfaces cannot be named', () => {
  expect([...acknowledged(acknowledgeNetworkInterfaces)]).toEqual([[EVERYTHING, 'Network interfaces have no names before they are made.']]);
});
