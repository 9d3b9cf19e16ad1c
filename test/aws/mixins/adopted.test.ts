import { Aspects, Mixins, Shims, Stage, type App } from 'aws-cdk-lib';
import { PLAIN_APPS } from './adopted-apps';
import { mixins } from '../../../lib';
import { checkedApp } from '../../checks/checked-apps';
import { cliOver } from '../../cli/command-line';

/** Apps without alarms: those that have some learn that none watches the new queues. */
const NAMES = Object.keys(PLAIN_APPS).filter(name => name !== 'an alarm');

/** The ids that the checks find. */
function ids(build: (app: App) => void): string[] {
  return [...new Set(checkedApp(build).map(({ id }) => id))].sort();
}

function adopted(name: string, props?: mixins.FunctionFailureDestinationProps): (app: App) => void {
  return app => {
    PLAIN_APPS[name](app);
    Mixins.of(app).apply(new mixins.FunctionFailureDestination(props));
  };
}

describe.each(NAMES)('an app with %s', name => {
  test('loses events', () => {
    expect(ids(PLAIN_APPS[name])).toEqual(['NoFailureDestination']);
  });

  test('has no finding with the mixin', () => {
    expect(cliOver(adopted(name), 'check', '--strict')).toMatchObject({ code: 0, out: expect.stringMatching(/: nothing found\n$/) });
  });

  test.each<[string, mixins.FunctionFailureDestinationProps]>([
    ['one queue for each stack', { queues: mixins.FailureQueues.PER_STACK }],
    ['all functions', { functions: mixins.FunctionSelection.ALL }],
  ])('has no finding with %s', (_, props) => {
    expect(checkedApp(adopted(name, props))).toEqual([]);
  });

  test('has no finding with the mixin as an aspect, which sees what is declared later', () => {
    expect(checkedApp(app => {
      const aspect = Shims.asAspect(new mixins.FunctionFailureDestination());
      Aspects.of(app).add(aspect);
      PLAIN_APPS[name](app);
      // An aspect does not reach into stages.
      app.node.findAll().filter(Stage.isStage).filter(stage => stage !== app).forEach(stage => Aspects.of(stage).add(aspect));
    })).toEqual([]);
  });
});
