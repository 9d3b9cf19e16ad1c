import { Lazy } from 'aws-cdk-lib';
import { description, explainCommand, RUNBOOKS, type Runbook } from '../../../lib/aws/operations/runbook';
import { EXPLAIN_HELP } from '../../../lib/cli/help';
import { page } from '../../docs/pages';

const PAGE = 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/operations.md';
const ANCHORS = [...page('docs/operations.md').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replaceAll(' ', '-'));
const RUNBOOK = { happened: 'It happened.', lost: 'Nothing is lost.', steps: ['Look.', 'Mend.'], section: 'here' };

test('a description says what happened, what is lost, and what to do', () => {
  expect(description(RUNBOOK)).toBe(`It happened. Nothing is lost.\n1. Look.\n2. Mend.\n${PAGE}#here`);
});

describe('a description that would be too long', () => {
  const room = 1024 - description(RUNBOOK).length;

  test.each([[room, true], [room + 1, false]])('leaves the last step to the page, with %d more characters: %s', (more, complete) => {
    const text = description({ ...RUNBOOK, happened: `It happened.${'!'.repeat(more)}` });

    expect(text.includes('2. Mend.')).toBe(complete);
    expect(text).toContain('1. Look.');
    expect(text).toContain(`${PAGE}#here`);
    expect(text.length).toBeLessThanOrEqual(1024);
  });

  test('counts a token as the longest name', () => {
    const token = Lazy.string({ produce: () => 'x'.repeat(80) });
    const spare = room - 80;

    expect(description({ ...RUNBOOK, lost: `Nothing is lost.${token}${'!'.repeat(spare)}` })).toContain('2. Mend.');
    expect(description({ ...RUNBOOK, lost: `Nothing is lost.${token}${'!'.repeat(spare + 1)}` })).not.toContain('2. Mend.');
  });

  test('is the page alone, if nothing fits', () => {
    expect(description({ ...RUNBOOK, happened: '!'.repeat(1024) })).toBe(`${PAGE}#here`);
  });
});

describe('the runbook', () => {
  const named = (name: string, runbook: unknown) =>
    (runbook as (...names: string[]) => Runbook)('Shop/TakeOrder:live', 'Shop/Failed', name.startsWith('sender') ? 'A rule' : 'failed');
  const all = Object.entries(RUNBOOKS).map(([name, runbook]) => [name, named(name, runbook)] as const);

  test.each(all)('%s has its section on the page', (_, { section }) => {
    expect(ANCHORS).toContain(section);
  });

  test.each(all)('%s is whole sentences', (_, { happened, lost, steps }) => {
    expect([happened, lost, ...steps].filter(text => !/^[`A-Z].*[.`]$/s.test(text))).toEqual([]);
  });

  test.each(all)('%s fits for usual names', (_, runbook) => {
    expect(description(runbook)).toContain(`${runbook.steps.length}. `);
  });
});

test('the command is one of the command line', () => {
  expect(explainCommand('ImportOrders:live')).toBe('npx cdk-async-invoke explain ImportOrders:live');
  expect(EXPLAIN_HELP).toContain('cdk-async-invoke explain cdk.out ImportOrders:live');
});
