import { CfnParameter, Fn, type App, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { resource, stack } from './fixture';
import { INLINE_POLICIES } from '../../lib/constraints/aws-iam/role-policy';
import { policySize, warnOfPolicySize } from '../../lib/provider/policy-size';

const statement = (...resources: string[]) => new iam.PolicyStatement({ actions: ['service:Call'], resources });

function size(app: Stack, ...resources: string[]): number {
  return policySize(new iam.Policy(app, 'Policy', { statements: resources.length > 0 ? [statement(...resources)] : [] }));
}

/** What stands in the cloud assembly about handlers. */
function warnings(app: Stack): string[] {
  return (app.node.root as App).synth().getStackByName('Stack').messages.map(({ id, entry }) => `${id}: ${entry.data}`);
}

describe('the size of a policy is', () => {
  test('that of its text without white space', () => {
    const text = '{"Statement":[{"Action":"service:Call","Effect":"Allow","Resource":["arn:aws:service:::one","arn:aws:service:::two"]}],"Version":"2012-10-17"}';

    expect(size(stack(), 'arn:aws:service:::one', 'arn:aws:service:::two')).toBe(text.length);
  });

  test('nearly zero if it is empty', () => {
    expect(size(stack())).toBeLessThan(10);
  });

  test.each<[string, number, (app: Stack) => string]>([
    ['an account', 12, app => app.account],
    ['an ARN', 80, app => new CfnParameter(app, 'Arn').valueAsString],
    ['an ARN of another stack', 80, () => Fn.importValue('arn')],
    ['a text around them', 104, app => `arn:${app.partition}:x:${new CfnParameter(app, 'Arn').valueAsString}:${app.urlSuffix}`],
  ])('that of its text with %s of %i bytes in it', (_, length, value) => {
    const app = stack();

    expect(size(app, value(app)) - size(stack(), 'x')).toBe(length - 1);
  });
});

describe('a handler', () => {
  /** Each has the same target, thus about the same size. */
  const withResources = (count: number, extra?: (app: Stack) => void) => {
    const app = stack();
    const target = 'x'.repeat(300);
    for (let index = 0; index < count; index++) {
      resource(app, `Call${index}`, undefined, { statements: [statement(target)] });
    }
    extra?.(app);
    return warnings(app);
  };
  const most = Math.floor(INLINE_POLICIES.max / 420);

  test('has room for many constructs', () => {
    expect(withResources(most)).toEqual([]);
  });

  test('warns of policies that exceed the room of a role', () => {
    expect(withResources(most + 5)).toEqual([expect.stringMatching(
      /^\/Stack\/DeployTimeHandler: `provider` must have policies of at most 10240 bytes for all constructs that share it, got: about \d{5} at Stack\/DeployTimeHandler\. IAM refuses more for one role: the deployment fails\. Give some of the constructs other settings, and so a handler of their own, e\.g\. `provider: \{ memorySize: 512 \}`, or move them to another stack\./,
    )]);
  });

  test('has its own room', () => {
    expect(withResources(most, app => resource(app, 'Large', { memorySize: 512 }, { statements: [statement('x'.repeat(5000))] }))).toEqual([]);
  });

  test('shares its room with policies that others add to its role', () => {
    expect(withResources(1, app => {
      const role = app.node.findChild('DeployTimeHandler').node.findChild('Role') as iam.Role;
      role.addToPolicy(statement('x'.repeat(10_000)));
    })).toHaveLength(1);
  });
});

test.each([[0, 0], [1, 1]])('policies of %i bytes over the limit of a role get %i warnings', (more, warned) => {
  const app = stack();
  const empty = size(stack(), '');
  const policy = new iam.Policy(app, 'Policy', { statements: [statement('x'.repeat(INLINE_POLICIES.max - empty + more))] });
  warnOfPolicySize(app, () => [policy]);

  expect(policySize(policy)).toBe(INLINE_POLICIES.max + more);
  expect(warnings(app)).toHaveLength(warned);
});
