import { CHECK_HELP, EXPLAIN_HELP, HELP, INIT_HELP, REPLAY_HELP, SIMULATE_HELP, WATCH_HELP } from '../../lib/cli/help';
import { run } from '../../lib/cli/run';

const HELPS: ReadonlyArray<[command: string, help: string]> = [
  ['check', CHECK_HELP], ['explain', EXPLAIN_HELP], ['simulate', SIMULATE_HELP], ['watch', WATCH_HELP], ['replay', REPLAY_HELP], ['init', INIT_HELP],
];

const GIVEN = ['--parameter', '--region', '--account'];

/** The options at the beginning of the lines. */
function optionsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
}

/** What follows the name of a command, if it is not an app. */
const ARGUMENTS: Readonly<Record<string, string>> = { replay: 'plan FILES', init: '[folder]' };

describe.each(HELPS)('the help of %s', (command, help) => {
  test.each([...new Set(HELPS.flatMap(([, text]) => optionsIn(text)))])('lists %s only if it is an option', async option => {
    const isOption = (await run([command, option, 'x', '--help'], { colours: false })).code === 0;

    expect(optionsIn(help).includes(option)).toBe(isOption);
  });

  test('begins with the call of the command', () => {
    expect(help.startsWith(`cdk-async-invoke ${command} ${ARGUMENTS[command] ?? '[app]'} `)).toBe(true);
  });
});

test('lists the options', () => {
  expect(HELPS.map(([, help]) => optionsIn(help))).toEqual([
    ['--strict', '--exclude', '--explain', '--fix-hint', '--json', '--sarif', '--html', '--help', ...GIVEN],
    ['--json', '--mermaid', '--html', '--help', ...GIVEN],
    ['--function', '--qualifier', '--put-event', '--publish', '--message', '--upload', '--payload', '--attribute', '--group', '--at', '--for', '--fail', '--time-out', '--throttle', '--system-error', '--times', '--code', '--env', '--seed', '--json', '--help', ...GIVEN],
    ['--port', '--exclude', '--help', ...GIVEN],
    [
      '--function', '--qualifier', '--condition', '--error-type', '--executed-version', '--request-id', '--advice', '--from', '--until', '--min-age', '--max-age',
      '--limit', '--order', '--target', '--rate', '--dead-letters-of', '--json', '--help',
    ],
    ['--dry-run', '--help'],
  ]);
});

test('the help lists the commands that have a help', () => {
  expect([...HELP.matchAll(/^ {2}cdk-async-invoke (\w+)/gm)].map(([, name]) => name)).toEqual(HELPS.map(([command]) => command));
});

test('explains every exit code', () => {
  expect(HELPS.map(([, help]) => [...help.matchAll(/^ {2}(\d) {2}/gm)].map(([, code]) => code))).toEqual([['0', '1', '2'], ['0', '2'], ['0', '1', '2'], ['2'], ['0', '2'], ['0', '2']]);
});

test.each([['help', HELP], ...HELPS])('the text of %s ends with one line break', (_, help) => {
  expect(help).toMatch(/[^\n]\n$/);
});
