import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct, Dependable } from 'constructs';
import { standInFor } from '../../../lib/aws/destinations/stand-in';
import { agnosticStack, CODE, fn } from '../fixture';

class Counter {
  count = 0;

  get doubled(): number {
    return this.count * 2;
  }

  increment(): number {
    this.count += 1;
    return this.count;
  }
}

describe('a stand-in', () => {
  test('has the members that are given, and the others of the original', () => {
    const standIn = standInFor(new Counter(), { increment: () => 42 });

    expect([standIn.increment(), standIn.count, standIn.doubled]).toEqual([42, 0, 0]);
  });

  test('keeps getters', () => {
    let count = 1;
    const standIn = standInFor(new Counter(), {
      get count() {
        return count;
      },
    });
    count = 2;

    expect(standIn.count).toBe(2);
  });

  test('runs methods on the original, so both share state', () => {
    const original = new Counter();
    const standIn = standInFor(original, {});
    const { increment } = standIn;

    expect([standIn.increment(), increment(), original.increment()]).toEqual([1, 2, 3]);
    expect([standIn.count, standIn.doubled]).toEqual([3, 6]);
  });

  test('sets properties on the original', () => {
    const original = new Counter();
    standInFor(original, {}).count = 7;

    expect(original.count).toBe(7);
  });

  test('is of the same class, but not derived from the original', () => {
    const original = new Counter();
    const standIn = standInFor(original, {});

    expect(standIn).toBeInstanceOf(Counter);
    expect(Object.prototype.isPrototypeOf.call(original, standIn)).toBe(false);
  });

  test('knows its own original beside stand-ins of the same class', () => {
    const [one, two] = [new Counter(), new Counter()].map(original => standInFor(original, {}));
    two.count = 7;

    expect([one.count, two.count]).toEqual([0, 7]);
  });

  test('has only the members of its own original', () => {
    const [plain, named] = [new Counter(), Object.assign(new Counter(), { label: 'named' })].map(original => standInFor(original, {}));

    expect(['label' in plain, (named as unknown as { readonly label: string }).label]).toEqual([false, 'named']);
  });

  test('may stand for another stand-in', () => {
    const original = new Counter();
    const standIn = standInFor(standInFor(original, { increment: () => 42 }), {});
    standIn.count = 7;

    expect([standIn.increment(), standIn.doubled, original.count]).toEqual([42, 14, 7]);
  });

  test('lacks the marks of the jsii kernel, which would mistake it for the original', () => {
    const mark = Symbol.for('$__jsii__objid__$');
    const original = Object.assign(new Counter(), { [mark]: 'Counter@10000' });

    expect(mark in standInFor(original, {})).toBe(false);
  });
});

describe('a stand-in of a function', () => {
  test('is the same construct: same place in the tree, same stack, same dependencies', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    const standIn = standInFor(made, {});

    expect(Construct.isConstruct(standIn)).toBe(true);
    expect(standIn.node).toBe(made.node);
    expect(Stack.of(standIn)).toBe(stack);
    expect(Dependable.of(standIn).dependencyRoots).toEqual([made]);
    expect(standIn.currentVersion).toBe(made.currentVersion);
  });

  test.each<[string, (stack: Stack) => lambda.IFunction]>([
    ['a function', stack => fn(stack)],
    ['an alias', stack => fn(stack).addAlias('live')],
    ['a version', stack => fn(stack).currentVersion],
    ['an imported function', stack => lambda.Function.fromFunctionName(stack, 'Fn', 'orders')],
    ['a singleton', stack => new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' })],
  ])('names the same as %s', (_, functionIn) => {
    const original = functionIn(agnosticStack());
    const standIn = standInFor(original, {});

    expect(standIn.functionArn).toBe(original.functionArn);
    expect(standIn.functionName).toBe(original.functionName);
    expect(standIn.env).toEqual(original.env);
    expect(standIn.permissionsNode).toBe(original.permissionsNode);
    expect(['aliasName', 'version', 'lambda', 'currentVersion'].filter(member => member in standIn))
      .toEqual(['aliasName', 'version', 'lambda', 'currentVersion'].filter(member => member in original));
  });
});
