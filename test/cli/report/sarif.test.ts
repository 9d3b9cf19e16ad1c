import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { CHECKS } from '../../../lib/checks';
import { check } from '../../../lib/cli/check';
import { over, stack, withFifo } from '../command-line';

test('findings are results with their rule and place', () => {
  over(stack(scope => void withFifo(scope)), directory => {
    const { $schema, version, runs, ...rest } = JSON.parse(check([directory], { sarif: true }, { colours: false }).out!);
    const [{ tool, results, columnKind }] = runs;
    const [{ locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } } }] }] = results;

    expect({ $schema, version, columnKind, rest }).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', columnKind: 'utf16CodeUnits', rest: {},
    });
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(CHECKS.map(({ rule }) => rule.id));
    expect(tool.driver.rules[0]).toEqual({
      id: 'FifoQueueDestination',
      shortDescription: { text: 'Must be a standard queue.' },
      fullDescription: { text: 'Lambda refuses FIFO queues as destinations: the deployment fails.' },
      helpUri: 'https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/rules/FifoQueueDestination.md',
      help: { text: expect.stringMatching(/^Use a standard queue, .* Source: AWS Lambda API reference, .*\.$/) },
      defaultConfiguration: { level: 'error' },
      properties: { evidence: 'recorded' },
    });
    expect(results).toEqual([{
      ruleId: 'FifoQueueDestination',
      ruleIndex: CHECKS.findIndex(({ rule }) => rule.id === 'FifoQueueDestination'),
      level: 'error',
      message: { text: expect.stringContaining('must be a standard queue, got: S/FnFifo.') },
      locations: [{
        physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } },
        logicalLocations: [{ fullyQualifiedName: 'S/FnConfig', name: 'FnConfig', kind: 'resource' }],
      }],
      partialFingerprints: { 'finding/v1': 'FifoQueueDestination S S/FnConfig DestinationConfig.OnFailure.Destination' },
    }]);
    expect(uri).toBe(relative('', join(directory, 'S.template.json')));
    expect(readFileSync(uri, 'utf8').split('\n')[startLine - 1].slice(startColumn - 1)).toBe('"Destination": {');
  });
});

test('a folder may have any name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  over(stack(scope => void withFifo(scope)), directory => {
    cpSync(directory, join(folder, 'my app #1'), { recursive: true });
    const { runs: [{ results }] } = JSON.parse(check([join(folder, 'my app #1')], { sarif: true }, { colours: false }).out!);

    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(/\/my%20app%20%231\/S\.template\.json$/);
  });
  rmSync(folder, { recursive: true });
});

test('no findings are an empty list of results', () => {
  over(stack(() => undefined), directory => {
    expect(JSON.parse(check([directory], { sarif: true }, { colours: false }).out!).runs[0].results).toEqual([]);
  });
});
