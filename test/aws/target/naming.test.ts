import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, ArnFormat, CfnDynamicReference, CfnDynamicReferenceService, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { deployed } from './deployed';
import { AsyncAlias, AsyncInvokeConfig, AsyncInvokeConfigLookup, DeployTimeAsyncInvokeConfig, DeployTimeInvocation } from '../../../lib';
import { RESOURCE_TYPE } from '../../../lib/contract/custom-resource';
import { agnosticStack, CODE, concreteStack, config, configs, fn, type TemplateResource } from '../fixture';

const ARN = 'arn:aws:lambda:eu-west-1:111111111111:function:orders';

/** What an app knows of a function. */
interface Known {
  readonly name: string;
  readonly arn: string;
}

const l2 = ({ functionName, functionArn }: lambda.IFunction): Known => ({ name: functionName, arn: functionArn });
const l1 = ({ ref, attrArn }: lambda.CfnFunction): Known => ({ name: ref, arn: attrArn });
const made = (stack: Stack, id: string) => new lambda.CfnFunction(stack, id, { code: { zipFile: '-' }, role: 'arn:aws:iam::111111111111:role/orders' });
const other = (stack: Stack) => new Stack(stack.node.root as App, 'Other', { env: { account: stack.account, region: stack.region } });

/** The ways in which an app knows a function. */
const KNOWN: [string, (stack: Stack) => Known][] = [
  ['a literal', () => ({ name: 'orders', arn: ARN })],
  ['an L2', stack => l2(fn(stack))],
  ['an L2 with a literal name', stack => l2(fn(stack, 'Fn', { functionName: 'orders' }))],
  ['an L2 of another stack', stack => l2(fn(other(stack)))],
  ['an L2 of another stack with a literal name', stack => l2(fn(other(stack), 'Fn', { functionName: 'orders' }))],
  ['an L1', stack => l1(made(stack, 'Fn'))],
  ['an L1 with the path of its stack', stack => l1(made(stack, 'Resource'))],
  ['CfnInclude', stack => l1(new CfnInclude(stack, 'Included', { templateFile: template() }).getResource('Fn') as lambda.CfnFunction)],
  ['a singleton', stack => l2(new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' }))],
  ['the name of an L2 in `formatArn`', stack => {
    const name = fn(stack).functionName;
    return { name, arn: stack.formatArn({ service: 'lambda', resource: 'function', resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME }) };
  }],
  ['an export', () => ({ name: Fn.importValue('Name'), arn: Fn.importValue('Arn') })],
  ['a parameter', stack => ({ name: new CfnParameter(stack, 'Name').valueAsString, arn: new CfnParameter(stack, 'Arn').valueAsString })],
  ['a parameter of Systems Manager', () => inParameter(new CfnDynamicReference(CfnDynamicReferenceService.SSM, '/orders/name:1').toString())],
  ['the text of a reference to Systems Manager', () => inParameter('{{resolve:ssm:/orders/name}}')],
  ['a lazy literal', () => ({ name: Lazy.string({ produce: () => 'orders' }), arn: Lazy.string({ produce: () => ARN }) })],
  ['a lazy reference', stack => {
    const { name, arn } = l2(fn(stack));
    return { name: Lazy.string({ produce: () => name }), arn: Lazy.string({ produce: () => arn }) };
  }],
];

function inParameter(name: string): Known {
  return { name, arn: `arn:aws:lambda:eu-west-1:111111111111:function:${name}` };
}

const versionOf = (stack: Stack, { name }: Known) => lambda.Version.fromVersionAttributes(stack, 'SomeVersion', {
  lambda: lambda.Function.fromFunctionName(stack, 'OfVersion', name), version: '7',
});

/** The ways in which aws-cdk-lib imports a function, with the qualifier that each names. */
const IMPORTED: [string, string, (stack: Stack, known: Known) => lambda.IFunction][] = [
  ['Function.fromFunctionName', '$LATEST', (stack, { name }) => lambda.Function.fromFunctionName(stack, 'Imported', name)],
  ['Function.fromFunctionArn', '$LATEST', (stack, { arn }) => lambda.Function.fromFunctionArn(stack, 'Imported', arn)],
  ['Function.fromFunctionArn and the name of an alias', 'live', (stack, { arn }) => lambda.Function.fromFunctionArn(stack, 'Imported', `${arn}:live`)],
  ['Function.fromFunctionAttributes', '$LATEST', (stack, { arn }) => lambda.Function.fromFunctionAttributes(stack, 'Imported', { functionArn: arn, sameEnvironment: true })],
  ['Version.fromVersionArn', '7', (stack, { arn }) => lambda.Version.fromVersionArn(stack, 'Imported', `${arn}:7`)],
  ['Version.fromVersionAttributes', '7', versionOf],
  ['Alias.fromAliasAttributes', 'live', (stack, known) => lambda.Alias.fromAliasAttributes(stack, 'Imported', { aliasName: 'live', aliasVersion: versionOf(stack, known) })],
];

/** aws-cdk-lib splits the ARN of a version at its colons, those of a dynamic reference included. */
function importsOf(known: string): typeof IMPORTED {
  return known.includes('Systems Manager') ? IMPORTED.filter(([way]) => way !== 'Version.fromVersionArn') : IMPORTED;
}

function template(): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'included-')), 'template.json');
  fs.writeFileSync(file, JSON.stringify({
    Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: '-' }, Role: 'arn:aws:iam::111111111111:role/orders' } } },
  }));
  return file;
}

describe.each([['agnostic', agnosticStack], ['concrete', concreteStack]])('in a stack with an environment that is %s', (_, stackOf) => {
  describe.each(KNOWN)('a function known as %s', (known, knownIn) => {
    describe.each(importsOf(known))('and imported by %s', (___, qualifier, importIn) => {
      test('gets a config for its name and qualifier', () => {
        const stack = stackOf();
        new AsyncInvokeConfig(stack, 'Config', { function: importIn(stack, knownIn(stack)), retryAttempts: 0 });

        const { FunctionName, Qualifier } = config(stack).Properties;
        expect([deployed(FunctionName), deployed(Qualifier)]).toEqual(['orders', qualifier]);
      });
    });

    test('is called at deployment by its ARN', () => {
      const stack = stackOf();
      const imported = lambda.Function.fromFunctionName(stack, 'Imported', knownIn(stack).name);
      new DeployTimeInvocation(stack, 'Invocation', { function: imported });
      new DeployTimeAsyncInvokeConfig(stack, 'Config', { function: imported, retryAttempts: 0 });
      new AsyncInvokeConfigLookup(stack, 'Lookup', { function: imported });

      const types: string[] = [RESOURCE_TYPE.invocation, RESOURCE_TYPE.asyncInvokeConfig, RESOURCE_TYPE.asyncInvokeConfigLookup];
      const all: TemplateResource[] = Object.values(Template.fromStack(stack).toJSON().Resources);
      expect(all.filter(({ Type }) => types.includes(Type)).map(({ Properties }) => deployed(Properties.FunctionName))).toEqual([ARN, ARN, ARN]);
    });

    test('gets an alias', () => {
      const stack = stackOf();
      const names = knownIn(stack);
      new AsyncAlias(stack, 'Live', {
        function: lambda.Function.fromFunctionName(stack, 'Imported', names.name), version: versionOf(stack, names), skipPermissions: true,
      });

      expect(Object.values(configs(stack)).map(({ Properties: { FunctionName, Qualifier } }) => [deployed(FunctionName), deployed(Qualifier)]))
        .toEqual([['orders', 'live'], ['orders', '$LATEST']]);
    });
  });
});
