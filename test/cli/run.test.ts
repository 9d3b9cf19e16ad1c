import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './command-line';
import { CHECK_HELP, EXPLAIN_HELP, HELP, INIT_HELP, REPLAY_HELP, SIMULATE_HELP, WATCH_HELP } from '../../lib/cli/help';
import { run } from '../../lib/cli/run';
import { version } from '../../package.json';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('help', () => {
  test.each([
    [['--help'], HELP],
    [['-h'], HELP],
    [['help'], HELP],
    [['check', '--help'], CHECK_HELP],
    [['check', 'nowhere', '-h'], CHECK_HELP],
    [['explain', '--help'], EXPLAIN_HELP],
    [['simulate', '--help'], SIMULATE_HELP],
    [['watch', '--help'], WATCH_HELP],
    [['replay', '--help'], REPLAY_HELP],
    [['--version'], `${version}\n`],
    [['-v'], `${version}\n`],
  ])('%p', async (args, out) => {
    expect(await run(args, { colours: false })).toEqual({ code: 0, out });
  });

  test('fits a terminal', () => {
    expect([HELP, CHECK_HELP, EXPLAIN_HELP, SIMULATE_HELP, WATCH_HELP, REPLAY_HELP, INIT_HELP].join('').split('\n').filter(line => line.length > 90)).toEqual([]);
  });

  test('is printed without a command, with exit code 2', () => {
    expect(cli([])).toEqual({ code: 2, out: '', problem: HELP });
  });
});

describe('refuses bad input with exit code 2, and prints the remedy on standard error', () => {
  const commands = 'The commands are `check`, `explain`, `simulate`, `watch`, `replay` and `init`. See `cdk-async-invoke --help`.';
  const checkHelp = 'See `cdk-async-invoke check --help`.';
  const explainHelp = 'See `cdk-async-invoke explain --help`.';
  const simulateHelp = 'See `cdk-async-invoke simulate --help`.';
  const replayHelp = 'See `cdk-async-invoke replay --help`.';
  const EMPTY = '`file` must be a CloudFormation template, with an object `Resources`, got: nothing. Pass a template, or the directory that `cdk synth` writes.';
  mkdirSync(at('empty'));
  mkdirSync(at('broken'));
  writeFileSync(at('broken/manifest.json'), '{ "artifacts": ');
  mkdirSync(at('list'));
  writeFileSync(at('list/manifest.json'), '[]');
  mkdirSync(at('good'));
  writeFileSync(at('good/manifest.json'), '{ "version": "48.0.0", "artifacts": {} }');
  writeFileSync(at('file'), '');

  test.each<[string[], string]>([
    [['chek'], `there is no command \`chek\`. ${commands}`],
    [['toString'], `there is no command \`toString\`. ${commands}`],
    [['--jsn'], `there is no option \`--jsn\`. ${commands}`],
    [['check', '--jsn'], `Unknown option '--jsn'. ${checkHelp}`],
    [['check', '--mermaid'], `Unknown option '--mermaid'. ${checkHelp}`],
    [['check', '--exclude'], `Option '--exclude <value>' argument missing. ${checkHelp}`],
    [['check', '--strict=yes'], `Option '--strict' does not take an argument. ${checkHelp}`],
    [['check', 'a', 'b'], 'pass one cloud assembly, or CloudFormation templates, got: a b'],
    [['check', '--json', '--sarif'], `\`--json\` and \`--sarif\` exclude each other. ${checkHelp}`],
    [['check', 'nowhere'], '`nowhere` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'],
    [['check'], '`cdk.out` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'],
    [['check', 'file'], EMPTY],
    [['explain', 'file'], EMPTY],
    [['simulate', 'file', '--function', 'Fn'], EMPTY],
    [['check', 'empty'], '`empty` must be a cloud assembly, but it has no `manifest.json`. Pass the directory that `cdk synth` writes, e.g. `cdk.out`.'],
    [['check', 'list'], '`artifacts` in `manifest.json` must be an object, got: a list. Synthesize the app again.'],
    [['explain', '--sarif'], `Unknown option '--sarif'. ${explainHelp}`],
    [['init', 'a', 'b'], '`init` takes at most one folder, got: a b. See `cdk-async-invoke init --help`.'],
    [['explain', 'a', 'b', 'c'], `\`explain\` takes at most one function, got: b c. ${explainHelp}`],
    [['explain', '--json', '--mermaid'], `\`--json\` and \`--mermaid\` exclude each other. ${explainHelp}`],
    [['explain', 'nowhere'], '`nowhere` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'],
    [['explain', 'good', 'Fn'], 'there is no function "Fn" in the app. It has none.'],
    [['simulate', '--sarif'], `Unknown option '--sarif'. ${simulateHelp}`],
    [['simulate', 'a', 'b', '--function', 'Fn'], 'pass one cloud assembly, or CloudFormation templates, got: a b'],
    [['simulate'], `\`--function\` must name the function that gets the event, or another option the source of the event. ${simulateHelp}`],
    [['simulate', '--function', 'Fn'], '`cdk.out` must be a cloud assembly, but there is no such directory. Run `cdk synth` first.'],
    [['replay'], `\`replay\` must be followed by \`plan\`, got: nothing. Only the replay that your app deploys sends events. ${replayHelp}`],
    [['replay', 'run', 'file'], `\`replay\` must be followed by \`plan\`, got: run. Only the replay that your app deploys sends events. ${replayHelp}`],
    [['replay', 'plan'], `\`replay plan\` must be followed by files or directories with records, or \`-\` for the standard input. ${replayHelp}`],
    [['replay', 'plan', 'nowhere'], 'cannot read `nowhere`: it does not exist.'],
    [['replay', 'plan', 'file', '--advice', 'later'], '`--advice` must be one of now, after-repair, unknown, never, got: ["later"]'],
    [['replay', 'plan', 'file', '--from', 'noon'], '`--from` must be a time in ISO 8601, e.g. 2026-11-30T08:00:00Z, got: "noon"'],
    [['replay', 'plan', 'file', '--limit', '0'], '`--limit` must be an integer from 1 to 100000000, got: 0'],
    [['replay', 'plan', 'file', '--limit', '100001', '--order', 'oldest'], '`--limit` must be an integer from 1 to 100000, got: 100001'],
    [['replay', 'plan', 'file', '--order', 'oldest'], '`--limit` must be from 1 to 100000 with `order`, got: nothing'],
    [['replay', 'plan', 'file', '--order', 'first', '--limit', '1'], '`--order` must be one of oldest, newest, got: "first"'],
    [['replay', 'plan', 'file', '--target', 'live'], '`--target` must be the ARN of a function, or `:` and a qualifier, got: "live"'],
    [['replay', 'plan', 'file', '--rate', '10001'], '`--rate` must be an integer from 1 to 10000, got: 10001'],
    [['replay', 'plan', 'file', '--dead-letters-of', 'orders'],
      '`--dead-letters-of` must be the ARN of a function, with the qualifier that gets the events, got: "orders"'],
    [['simulate', 'good', '--function', 'Fn'], 'there is no function "Fn" in the app. It has none.'],
  ])('%p', async (args, problem) => {
    expect(await inFolder(() => run(args, { colours: false }))).toEqual({ code: 2, problem: `cdk-async-invoke: ${problem}\n` });
  });

  test('an assembly that is not JSON', () => {
    expect(cli(['check', 'broken'], { cwd: folder })).toEqual({
      code: 2,
      out: '',
      problem: expect.stringMatching(/^cdk-async-invoke: `manifest.json` \(the manifest of an assembly\) must be JSON: .*\. Synthesize the app again\.\n$/),
    });
  });

  test('a rule that does not exist', () => {
    expect(cli(['check', 'good', '--exclude', 'FifoQueue'], { cwd: folder })).toEqual({
      code: 2,
      out: '',
      problem: expect.stringMatching(/^cdk-async-invoke: `--exclude` must name rules that exist, got: "FifoQueue"\. The rules are: .*FifoQueueDestination.*\.\n$/),
    });
  });
});

async function inFolder<T>(act: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}
