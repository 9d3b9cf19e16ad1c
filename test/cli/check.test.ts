import { Stack, Stage, Validations, type App } from 'aws-cdk-lib';
import { cli, cliOver, over, stack, switchedOff, withFifo } from './command-line';
import { CHECKS } from '../../lib/checks';
import { check } from '../../lib/cli/check';

const FIFO = `  error FifoQueueDestination at S/FnConfig
    \`DestinationConfig.OnFailure.Destination\` must be a standard queue, got: S/FnFifo. Lambda refuses FIFO queues as destinations: the deployment fails. \
Use a standard queue, or a function that writes to the FIFO queue.
    AWS Lambda API reference, PutFunctionEventInvokeConfig, DestinationConfig: "standard SQS queue"`;

const OFF = `  warning ZeroReservedConcurrency at S/Off/Resource
    \`ReservedConcurrentExecutions\` must not be 0 for a function that is invoked asynchronously, got: 0 for what S/Off/EventInvokeConfig configures. \
Lambda accepts each event but never runs the function: the event goes to the failure destination, or is lost. \
Raise \`reservedConcurrentExecutions\`, or acknowledge this warning if the function is switched off on purpose.
    AWS Lambda developer guide; condition ZeroReservedConcurrency recorded from the service`;

const HINT = '`cdk-async-invoke check --explain ID` explains a rule, with an example.';

const MIXED = stack(scope => {
  withFifo(scope);
  switchedOff(scope);
});

describe('check', () => {
  test('finds nothing in an app without mistakes', () => {
    expect(cliOver(app => void new Stack(app, 'S'), 'check')).toEqual({ code: 0, out: '0 functions in 1 stack: nothing found\n', problem: '' });
  });

  test('reports an error and a warning, and fails', () => {
    expect(cliOver(MIXED, 'check')).toEqual({ code: 1, out: `S\n${FIFO}\n${OFF}\n\n2 functions in 1 stack: 1 error, 1 warning\n\n${HINT}\n`, problem: '' });
  });

  test('reports a warning, and does not fail', () => {
    expect(cliOver(stack(switchedOff), 'check')).toEqual({ code: 0, out: `S\n${OFF}\n\n1 function in 1 stack: 0 errors, 1 warning\n\n${HINT}\n`, problem: '' });
  });

  test('fails for a warning when strict', () => {
    expect(cliOver(stack(switchedOff), 'check', '--strict')).toEqual({ code: 1, out: `S\n${OFF}\n\n1 function in 1 stack: 0 errors, 1 warning\n\n${HINT}\n`, problem: '' });
  });

  test('leaves out the rules that are excluded', () => {
    expect(cliOver(MIXED, 'check', '--strict', '--exclude', 'FifoQueueDestination', '--exclude', 'cdk-async-invoke:ZeroReservedConcurrency'))
      .toEqual({ code: 0, out: '2 functions in 1 stack: nothing found\n', problem: '' });
  });

  test('lists findings stack by stack', () => {
    const { out } = cliOver(app => ['B', 'A'].forEach(id => withFifo(new Stack(new Stage(app, id), 'S'))), 'check', '--exclude', 'ConfigBeforePermission');

    expect(out.split('\n').filter(line => !line.startsWith('   '))).toEqual([
      'A/S',
      '  error FifoQueueDestination at A/S/FnConfig',
      '',
      'B/S',
      '  error FifoQueueDestination at B/S/FnConfig',
      '',
      '2 functions in 2 stacks: 2 errors, 0 warnings',
      '',
      HINT,
      '',
    ]);
  });

  test('checks a relative folder', () => {
    over(MIXED, directory => {
      expect(cli(['check', '.'], { cwd: directory })).toMatchObject({ code: 1, problem: '' });
    });
  });

  test('lists unread parts', () => {
    const { out } = cliOver(stack(scope => scope.addTransform('My::Macro')), 'check');

    expect(out).toBe('0 functions in 1 stack: nothing found\n\nnot everything could be read:\n  S: the template has a `Transform`\n');
  });
});

describe('acknowledged findings are not reported', () => {
  const acknowledged = (scopeOf: (app: App, stack: Stack) => Parameters<typeof Validations.of>[0]) => (app: App) => {
    const scope = new Stack(app, 'S');
    withFifo(scope);
    Validations.of(scopeOf(app, scope)).acknowledge({ id: 'cdk-async-invoke:FifoQueueDestination', reason: 'tested' });
  };

  test('at the construct', () => {
    expect(cliOver(acknowledged((_, scope) => scope.node.findChild('FnConfig')), 'check'))
      .toEqual({ code: 0, out: '1 function in 1 stack: nothing found, 1 acknowledged\n', problem: '' });
  });

  test('at the stack', () => {
    expect(cliOver(acknowledged((_, scope) => scope), 'check').code).toBe(0);
  });

  test('but at another construct it is', () => {
    expect(cliOver(acknowledged((_, scope) => scope.node.findChild('Fn')), 'check').code).toBe(1);
  });

  test('and at the app it cannot be seen, as the help says', () => {
    expect(cliOver(acknowledged(app => app), 'check').code).toBe(1);
  });
});

test('as JSON', () => {
  const { code, out } = cliOver(app => {
    const scope = new Stack(app, 'S');
    withFifo(scope);
    switchedOff(scope);
    Validations.of(scope).acknowledge({ id: 'cdk-async-invoke:ZeroReservedConcurrency', reason: 'on holiday' });
  }, 'check', '--json');

  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    summary: { errors: 1, warnings: 0, acknowledged: 1, stacks: 1, functions: 2 },
    findings: [{
      id: 'FifoQueueDestination',
      severity: 'error',
      stack: 'S',
      logicalId: 'FnConfig',
      path: 'S/FnConfig',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/FnFifo',
      message: FIFO.split('\n')[1].trim(),
      source: FIFO.split('\n')[2].trim(),
      fix: {
        summary: 'Make the queue a standard queue.',
        language: 'typescript',
        snippet: [
          "import { CfnResource } from 'aws-cdk-lib';",
          '',
          '// At the end of the constructor of S:',
          "const fnFifo = this.node.findChild('FnFifo').node.findChild('Resource') as CfnResource;",
          "fnFifo.addPropertyDeletionOverride('FifoQueue');",
        ].join('\n'),
        patch: [{ file: expect.stringMatching(/S\.template\.json$/), op: 'remove', path: '/Resources/FnFifo66E053A1/Properties/FifoQueue' }],
      },
      place: { file: expect.stringMatching(/S\.template\.json$/), line: expect.any(Number), column: expect.any(Number) },
    }],
    acknowledged: [expect.objectContaining({ id: 'ZeroReservedConcurrency', path: 'S/Off/Resource' })],
    unknown: [],
  });
});

describe('fixes', () => {
  test('follow their findings', () => {
    const { out } = cliOver(stack(switchedOff), 'check', '--fix-hint');

    expect(out).toBe(`S\n${OFF}
    fix: Remove \`ReservedConcurrentExecutions\`.
      import { CfnResource } from 'aws-cdk-lib';

      // At the end of the constructor of S:
      const off = this.node.findChild('Off').node.findChild('Resource') as CfnResource;
      off.addPropertyDeletionOverride('ReservedConcurrentExecutions');

1 function in 1 stack: 0 errors, 1 warning

${HINT}
`);
  });

  test('are not for SARIF', () => {
    expect(cliOver(stack(switchedOff), 'check', '--fix-hint', '--sarif')).toEqual({
      code: 2,
      out: '',
      problem: 'cdk-async-invoke: `--fix-hint` is for text, and `--json` always has the fixes, got also: `--sarif`. See `cdk-async-invoke check --help`.\n',
    });
  });
});

describe('colours', () => {
  test('are not for files and pipes', () => {
    expect(cliOver(MIXED, 'check').out).not.toContain('\u001b');
  });

  test('are for terminals', () => {
    const { out } = over(MIXED, directory => check([directory], {}, { colours: true }));

    expect(out).toContain('\u001b[31merror\u001b[0m \u001b[1mFifoQueueDestination\u001b[0m at S/FnConfig');
    expect(out).toContain('\u001b[33mwarning\u001b[0m');
  });
});

test('every rule can be excluded', () => {
  const exclude = CHECKS.flatMap(({ rule }) => ['--exclude', rule.id]);

  expect(cliOver(MIXED, 'check', ...exclude)).toEqual({ code: 0, out: '2 functions in 1 stack: nothing found\n', problem: '' });
});
