import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { deployAssembly } from '../../integ/runner/deploy';

const DEPLOY = 'deploy Stack --require-approval never';
const ASSERT = 'deploy Test/DeployAssert --require-approval never --no-rollback --outputs-file outputs.json';
const DESTROY = 'destroy --all --force';
const SUCCESS = { AssertionResultsA: JSON.stringify({ status: 'success' }) };

let assembly: string;
beforeEach(() => {
  assembly = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-'));
  const testCases = { 'Test/Default': { stacks: ['Stack'], assertionStack: 'Test/DeployAssert', assertionStackName: 'TestDeployAssert' } };
  fs.writeFileSync(path.join(assembly, 'integ.json'), JSON.stringify({ testCases }));
});

test('the stacks come first, then the assertions, and all are destroyed', () => {
  expect(deployed()).toEqual({ problem: undefined, commands: [DEPLOY, ASSERT, DESTROY] });
});

test('a failed assertion is a problem', () => {
  const outputs = { AssertionResultsA: JSON.stringify({ status: 'fail', message: 'no record' }) };

  expect(deployed({ outputs })).toEqual({ problem: 'no record', commands: [DEPLOY, ASSERT, DESTROY] });
});

test.each([
  [DEPLOY, 'its stacks do not deploy', [DEPLOY, DESTROY]],
  [ASSERT, 'its assertions do not deploy', [DEPLOY, ASSERT, DESTROY]],
  [DESTROY, 'its stacks are not destroyed: delete them', [DEPLOY, ASSERT, DESTROY]],
])('`cdk %s` fails: %s', (fails, problem, commands) => {
  expect(deployed({ fails })).toEqual({ problem, commands });
});

function deployed({ fails, outputs = SUCCESS }: { fails?: string; outputs?: object } = {}): { problem?: string; commands: string[] } {
  const commands: string[] = [];
  const problem = deployAssembly(assembly, (...args) => {
    const command = args.map(arg => arg.startsWith(assembly) ? path.relative(assembly, arg) : arg).join(' ');
    commands.push(command);
    if (command === ASSERT) {
      fs.writeFileSync(args.at(-1)!, JSON.stringify({ TestDeployAssert: outputs }));
    }
    return command !== fails;
  });
  return { problem, commands };
}
