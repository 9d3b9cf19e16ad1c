import { interleaved, type Ratio } from './ratio';
import { readTemplates, type NamedTemplate } from '../lib/topology';

const FEW = 400;
const MANY = 10_000;
const RUNS = 5;

/** What it costs to read an app, and whether that grows with the app alone. */
export async function topology(): Promise<Record<string, Ratio>> {
  const [few, many] = [app(FEW), app(MANY)];
  return {
    'reading one of 10,000 functions against one of 400, µs of CPU': await interleaved(
      () => microsecondsOfCpu(many) / MANY,
      () => microsecondsOfCpu(few) / FEW,
      RUNS,
    ),
  };
}

function microsecondsOfCpu(templates: NamedTemplate[]): number {
  const start = process.cpuUsage();
  readTemplates(templates);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Seven resources a function: its role with a policy, its config, a queue with a key, and the name of the key. */
function app(functions: number): NamedTemplate[] {
  const resources = Array.from({ length: functions }, (_, index) => ({
    [`Function${index}`]: resource('Lambda::Function', { Role: { 'Fn::GetAtt': [`Role${index}`, 'Arn'] } }),
    [`Role${index}`]: resource('IAM::Role', {}),
    [`Policy${index}`]: resource('IAM::Policy', {
      Roles: [{ Ref: `Role${index}` }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [`Queue${index}`, 'Arn'] } }] },
    }),
    [`Config${index}`]: resource('Lambda::EventInvokeConfig', {
      FunctionName: { Ref: `Function${index}` },
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [`Queue${index}`, 'Arn'] } } },
    }),
    [`Queue${index}`]: resource('SQS::Queue', { KmsMasterKeyId: `alias/key${index}` }),
    [`Alias${index}`]: resource('KMS::Alias', { AliasName: `alias/key${index}`, TargetKeyId: { Ref: `Key${index}` } }),
    [`Key${index}`]: resource('KMS::Key', {}),
  }));
  return [{ name: 'Stack', template: { Resources: Object.assign({}, ...resources) } }];
}

function resource(type: string, properties: object): object {
  return { Type: `AWS::${type}`, Properties: properties };
}
