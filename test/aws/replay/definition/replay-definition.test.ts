import type { MachineParts } from '../../../../lib/aws/replay/definition/machine-parts';
import { replayDefinition } from '../../../../lib/aws/replay/definition/replay-definition';
import type { State, StateGroup } from '../../../../lib/aws/replay/definition/states';
import { REPLAY_ACTION } from '../../../../lib/contract/replay';

const ARCHIVE = {
  source: 'Bus',
  archiveArn: 'arn:aws:events:eu-west-1:111111111111:archive/failed',
  busArn: 'arn:aws:events:eu-west-1:111111111111:event-bus/orders',
  ruleArn: 'arn:aws:events:eu-west-1:111111111111:rule/orders/replay',
  namePrefix: 'replay',
};

const PARTS: MachineParts = { partition: 'aws', planner: 'PLANNER', sender: 'SENDER', workBucket: 'work', archives: [], defaults: { rate: 50 } };

const machines: [string, MachineParts][] = [
  ['without an archive', PARTS],
  ['with an archive', { ...PARTS, archives: [ARCHIVE] }],
  ['with two archives', { ...PARTS, archives: [ARCHIVE, { ...ARCHIVE, source: 'Other' }] }],
];

describe.each(machines)('the machine %s', (_, parts) => {
  const groups = groupsOf(replayDefinition(parts));

  test('has only states that are reached, and reaches only states that it has', () => {
    for (const { StartAt, States } of groups) {
      const reached = new Set([StartAt, ...Object.values(States).flatMap(following)]);

      expect([...reached].sort()).toEqual(Object.keys(States).sort());
    }
  });

  test('has names and labels that Step Functions accepts', () => {
    const names = groups.flatMap(({ States }) => Object.keys(States));

    expect(names.filter(name => name.length > 80)).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    expect(statesOf(groups).flatMap(state => state.Label ?? [])).toEqual(['Objects', 'Queues', 'Events']);
  });

  test('asks the worker for every action, and the sender for those that send', () => {
    const asked = statesOf(groups).filter(({ Resource }) => Resource === 'PLANNER' || Resource === 'SENDER')
      .map(state => [state.Resource, (state.Parameters as { action: string }).action]);

    expect(new Set(asked.map(([, action]) => action))).toEqual(new Set(Object.values(REPLAY_ACTION)));
    expect(asked.filter(([worker]) => worker === 'SENDER').map(([, action]) => action)).toEqual([REPLAY_ACTION.runQueue, REPLAY_ACTION.runBatch]);
  });

  test('never repeats what can never succeed, and repeats everything else', () => {
    for (const state of statesOf(groups).filter(({ Resource }) => Resource === 'PLANNER' || Resource === 'SENDER')) {
      const [first, ...others] = state.Retry as { ErrorEquals: string[]; MaxAttempts: number }[];

      expect(first).toEqual({ ErrorEquals: ['InputError'], MaxAttempts: 0 });
      expect(others.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], MaxAttempts: 3 });
    }
  });
});

describe('a plan', () => {
  const { States } = replayDefinition(PARTS);

  test('is what an execution is by default', () => {
    expect(States.Prepare.Parameters).toEqual({ 'action': 'prepare', 'execution.$': '$$.Execution.Name', 'input.$': '$$.Execution.Input', 'defaults': { rate: 50 } });
    expect(States['Mode?']).toEqual({
      Type: 'Choice',
      Choices: [{ Variable: '$.mode', StringEquals: 'run', Next: 'Run' }, { Variable: '$.mode', StringEquals: 'report', Next: 'Report' }],
      Default: 'Plan queues',
    });
  });

  test('fails if it could not read every object', () => {
    const map = find('Plan bucket', States);

    expect(map).toMatchObject({
      ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { 'Bucket.$': '$.bucket', 'Prefix.$': '$.prefix' } },
      ItemSelector: { 'Key.$': '$$.Map.Item.Value.Key', 'Size.$': '$$.Map.Item.Value.Size' },
      ItemBatcher: { MaxItemsPerBatch: 250, MaxInputBytesPerBatch: 200_000, BatchInput: { 'plan.$': '$.plan', 'source.$': '$.source' } },
      ResultPath: null,
    });
    expect(Object.keys(map).filter(key => key.startsWith('Tolerated'))).toEqual([]);
  });
});

describe('a run', () => {
  const { States } = replayDefinition(PARTS);

  test('goes on when children fail, with as many workers as were asked for', () => {
    expect(find('Run bucket', States)).toMatchObject({
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSONL' }, Parameters: { 'Bucket.$': '$.bucket', 'Key.$': '$.key' } },
      MaxConcurrencyPath: '$.workers',
      ToleratedFailurePercentage: 100,
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'work', Prefix: 'results' } },
    });
    expect(find('Run queues', States)).toMatchObject({ ItemsPath: '$.queues', ToleratedFailurePercentage: 100 });
  });

  test('is closed and reported even if its maps fail, and then fails itself', () => {
    expect(find('Send', States).Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Close' }]);
    expect(States.Run.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.ended.failures', Next: 'Report' }]);
    expect(States['Complete?']).toEqual({ Type: 'Choice', Choices: [{ Variable: '$.ended.failures.Error', IsPresent: true, Next: 'Incomplete' }], Default: 'Reported' });
  });

  test('goes on if nobody can look at it', () => {
    expect(find('Watch', States).Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Wait' }]);
  });

  test('asks a worker again until it is done', () => {
    for (const name of ['Run queue', 'Run batch']) {
      expect(find(`${name} done?`, States)).toMatchObject({ Choices: [{ Variable: '$.result.done', BooleanEquals: true, Next: `${name} ended` }], Default: name });
    }
  });
});

test('an archive is replayed only if it is planned and has times', () => {
  const { States } = replayDefinition({ ...PARTS, archives: [ARCHIVE, { ...ARCHIVE, source: 'Other' }] });

  expect(States['Mode?'].Default).toBe('Is Bus planned');
  expect(States['Is Bus planned'].Parameters).toEqual({ 'is.$': "States.ArrayContains($.queues[*].source, 'Bus')" });
  expect(following(States['Bus planned?'])).toEqual(['Time for Bus?', 'Is Other planned']);
  expect(following(States['Time for Bus?'])).toEqual(['Replay Bus', 'No time']);
  expect(following(States['Bus replayed?'])).toEqual(['Is Other planned', 'Bus not replayed', 'Wait for Bus']);
  expect(following(States['Other replayed?'])).toEqual(['Plan queues', 'Other not replayed', 'Wait for Other']);
});

/** A group and all groups within its states. */
function groupsOf(group: StateGroup): StateGroup[] {
  const within = Object.values(group.States).flatMap(state => [state.ItemProcessor ?? [], state.Branches ?? []].flat() as StateGroup[]);
  return [group, ...within.flatMap(groupsOf)];
}

function statesOf(groups: readonly StateGroup[]): State[] {
  return groups.flatMap(({ States }) => Object.values(States));
}

interface Transitions {
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: { Next: string }[];
  readonly Catch?: { Next: string }[];
}

function following(state: State): string[] {
  const { Next, Default, Choices = [], Catch = [] } = state as Transitions;
  return [...Choices, { Next: Next! }, { Next: Default! }, ...Catch].flatMap(({ Next: next }) => next ?? []);
}

/** The state with a name, at any depth. */
function find(name: string, states: StateGroup['States']): State {
  return groupsOf({ StartAt: '', States: states }).find(({ States }) => name in States)!.States[name];
}
