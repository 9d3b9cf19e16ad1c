import { App, Aws, CfnParameter, Fn, Lazy, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as fc from 'fast-check';
import { arnText, functionIdentity, targetIdentity } from '../../../lib/aws/target/target-identity';
import { isUnknown } from '../../../lib/aws/target/token-text';
import { agnosticStack, concreteStack, fn, HERE } from '../fixture';

const { account, region } = HERE;

describe('the identity of a function', () => {
  test('is its path if its name is a token', () => {
    const stack = agnosticStack();

    expect(functionIdentity(stack, fn(stack).functionArn)).toBe('Stack/Fn');
  });

  test('is account, Region and literal name', () => {
    const stack = concreteStack();

    expect(functionIdentity(stack, fn(stack, 'Fn', { functionName: 'orders' }).functionArn)).toBe('111111111111/eu-west-1/orders');
  });

  test('names the stack instead of an unknown account and Region', () => {
    const stack = agnosticStack();

    expect(functionIdentity(stack, 'orders')).toBe('(Stack)/(Stack)/orders');
  });

  test('is the same for all names of one function', () => {
    const stack = concreteStack();
    const made = fn(stack, 'Fn', { functionName: 'orders' });
    const alias = made.addAlias('live');
    const arn = `arn:aws:lambda:${region}:${account}:function:orders`;
    const spellings = [
      'orders', 'orders:live', 'orders:$LATEST', arn, `${arn}:live`, `${arn}:7`,
      made.functionName, made.functionArn, `${made.functionArn}:$LATEST`, made.latestVersion.functionArn, made.latestVersion.functionName,
      made.currentVersion.functionArn, alias.functionArn, alias.functionName,
      lambda.Function.fromFunctionName(stack, 'ByName', 'orders').functionArn,
      lambda.Function.fromFunctionArn(stack, 'ByArn', arn).functionName,
      `arn:${Aws.PARTITION}:lambda:${Lazy.string({ produce: () => region })}:${account}:function:orders`,
      Fn.join(':', ['arn:aws:lambda', region, account, 'function', 'orders', 'live']),
      Fn.sub('arn:aws:lambda:${Where}:function:orders', { Where: `${region}:${account}` }),
      Fn.select(6, Fn.split(':', made.functionArn)),
      Fn.select(6, Fn.split(':', alias.functionArn)),
    ];

    expect([...new Set(spellings.map(spelling => functionIdentity(stack, spelling)))]).toEqual(['111111111111/eu-west-1/orders']);
  });

  test.each([['agnostic', agnosticStack, {}], ['concrete', concreteStack, {}], ['concrete', concreteStack, { functionName: 'orders' }]])(
    'is that of the function whose name an import refers to, in a stack with an environment that is %s', (_, stackOf, props) => {
      const stack = stackOf();
      const made = fn(stack, 'Fn', props);
      const imported = lambda.Function.fromFunctionName(stack, 'ByName', made.functionName);

      expect(functionIdentity(stack, imported.functionArn)).toBe(functionIdentity(stack, made.functionArn));
    });

  test('differs for a function of the same name in another Region', () => {
    const stack = concreteStack();
    const made = fn(stack);

    expect(functionIdentity(stack, `arn:aws:lambda:us-east-1:${account}:function:${made.functionName}`)).toBe('111111111111/us-east-1/Stack/Fn');
  });

  test('differs for another name, account or Region', () => {
    const stack = concreteStack();
    const name = fc.stringMatching(/^[a-zA-Z0-9-_]{1,64}$/);
    const place = fc.tuple(fc.constantFrom('eu-west-1', 'us-east-1'), fc.constantFrom('111111111111', '222222222222'), name);

    fc.assert(fc.property(place, place, (one, other) => {
      const [first, second] = [one, other].map(([where, whose, called]) => functionIdentity(stack, `arn:aws:lambda:${where}:${whose}:function:${called}`));
      expect(first === second).toBe(one.join() === other.join());
    }));
  });

  test('differs in a stack that may be in another environment', () => {
    const app = new App();

    expect(functionIdentity(new Stack(app, 'One'), 'orders')).not.toBe(functionIdentity(new Stack(app, 'Other'), 'orders'));
    expect(functionIdentity(new Stack(new Stage(app, 'Prod'), 'One'), 'orders')).toBe('(Prod/One)/(Prod/One)/orders');
  });

  test('names the stack of the function, not of the reference', () => {
    const app = new App();
    const made = fn(new Stack(app, 'One'), 'Fn', { functionName: 'orders' });

    expect(functionIdentity(new Stack(app, 'Other'), made.functionArn)).toBe('(One)/(One)/orders');
  });

  test('differs for a part of its name', () => {
    const stack = agnosticStack();
    const made = fn(stack);

    expect(functionIdentity(stack, Fn.select(6, Fn.split('-', made.functionName)))).not.toBe(functionIdentity(stack, made.functionName));
  });

  test('is the ARN itself for another resource', () => {
    expect(functionIdentity(agnosticStack(), 'arn:aws:sqs:eu-west-1:111111111111:orders')).toBe('arn:aws:sqs:eu-west-1:111111111111:orders');
  });

  test('differs for constructs whose ids have a colon', () => {
    const stack = agnosticStack();

    expect(functionIdentity(stack, fn(stack, 'a:b').functionArn)).toBe('Stack/a%3Ab');
    expect(functionIdentity(stack, fn(stack, 'a:c').functionArn)).toBe('Stack/a%3Ac');
  });
});

describe('a token', () => {
  test('has the same text in all spellings', () => {
    const stack = agnosticStack();
    const arn = Fn.importValue('Orders:Arn');
    const imported = lambda.Function.fromFunctionArn(stack, 'Imported', arn);

    expect(functionIdentity(stack, imported.functionArn)).toBe(functionIdentity(stack, imported.functionName));
  });

  test.each([
    ['exports', (stack: Stack) => lambda.Function.fromFunctionName(stack, 'A', Fn.importValue('A:Fn')), (stack: Stack) => lambda.Function.fromFunctionName(stack, 'B', Fn.importValue('B:Fn'))],
    ['parameters', (stack: Stack) => lambda.Function.fromFunctionName(stack, 'A', new CfnParameter(stack, 'P').valueAsString), (stack: Stack) => lambda.Function.fromFunctionName(stack, 'B', new CfnParameter(stack, 'Q').valueAsString)],
  ])('has another text for other %s', (_, one, other) => {
    const stack = agnosticStack();

    expect(functionIdentity(stack, one(stack).functionName)).not.toBe(functionIdentity(stack, other(stack).functionName));
  });

  test('has another text in another stack, where a parameter of the same id may have another value', () => {
    const app = new App();
    const [one, other] = ['One', 'Other'].map(id => {
      const stack = new Stack(app, id, { env: HERE });
      return functionIdentity(stack, new CfnParameter(stack, 'Name').valueAsString);
    });

    expect(one).toBe('111111111111/eu-west-1/{Ref=Name}@One');
    expect(other).toBe('111111111111/eu-west-1/{Ref=Name}@Other');
  });

  test('can be a part of a name', () => {
    const stack = agnosticStack();

    expect(functionIdentity(stack, `${Aws.STACK_NAME}-orders`)).toBe('(Stack)/(Stack)/{Ref=AWS==StackName}@Stack-orders');
  });

  test('is marked as unknown', () => {
    const stack = agnosticStack();
    const [, partition, service, inRegion, , name] = arnText(stack, stack.formatArn({ service: 'sqs', resource: Fn.importValue('Name') }))!.split(':');

    expect([partition, service, inRegion, name].map(isUnknown)).toEqual([true, false, true, true]);
  });

  test('is not an ARN if its form is unknown', () => {
    const stack = agnosticStack();

    expect(arnText(stack, Fn.importValue('Arn'))).toBeUndefined();
    expect(arnText(stack, 'orders')).toBeUndefined();
    expect(arnText(stack, `arn:aws:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:orders`)).toBe('arn:aws:sqs:(Stack):(Stack):orders');
  });
});

describe('the identity of a target', () => {
  test('has `$LATEST` without a qualifier', () => {
    const stack = agnosticStack();
    const made = fn(stack);

    expect(targetIdentity(stack, made.functionName)).toBe('Stack/Fn:$LATEST');
    expect(targetIdentity(stack, made.functionArn, '$LATEST')).toBe('Stack/Fn:$LATEST');
  });

  test('has the qualifier that aws-cdk-lib reads from the ARN of an alias', () => {
    const stack = agnosticStack();
    const alias = fn(stack).addAlias('live');

    expect(targetIdentity(stack, alias.lambda.functionName, Fn.select(7, Fn.split(':', alias.functionArn)))).toBe('Stack/Fn:live');
  });

  test('has the path of an alias whose name is a token', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const alias = new lambda.Alias(stack, 'Alias', { aliasName: new CfnParameter(stack, 'Name').valueAsString, version: made.currentVersion });

    expect(targetIdentity(stack, made.functionName, Fn.select(7, Fn.split(':', alias.functionArn)))).toBe('Stack/Fn:Stack/Alias');
  });

  test('has the path of a version, whose number is a token', () => {
    const stack = agnosticStack();
    const made = fn(stack);

    expect(targetIdentity(stack, made.functionName, made.currentVersion.version)).toBe('Stack/Fn:Stack/Fn/CurrentVersion');
  });
});
