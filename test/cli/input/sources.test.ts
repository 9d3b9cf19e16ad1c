import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sources } from '../../../lib/cli/input/sources';
import { readAssembly, readTemplateFiles, readTemplates } from '../../../lib/topology';
import { templateFile } from '../../topology/located';
import { over, stack, withFifo } from '../command-line';

const FN = { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: 'x' }, Layers: ['a', 'b'] } };

function placeIn(resources: object, logicalId: string, property: string, sections = {}) {
  const files = [templateFile('t.json', resources, sections)];
  return Sources.ofTemplates(files, readTemplateFiles(files)).placeOf({ stack: 't.json', logicalId, property });
}

test.each([
  ['DeadLetterConfig.TargetArn', 7, 11],
  ['DeadLetterConfig.Nothing', 6, 9],
  ['Layers[1]', 11, 11],
  ['Nothing', 5, 7],
])('%s is in line %d, column %d', (property, line, column) => {
  expect(placeIn({ Fn: FN }, 'Fn', property)).toEqual({ file: 't.json', line, column });
});

test('a resource of a loop is where the loop is written', () => {
  expect(placeIn({ 'Fn::ForEach::L': ['N', ['a'], { 'Fn${N}': FN }] }, 'Fna', 'Layers', { Transform: 'AWS::LanguageExtensions' }))
    .toEqual({ file: 't.json', line: 16, column: 13 });
});

test('templates in memory have no places', () => {
  const topology = readTemplates([{ name: 'S', template: { Resources: { Fn: FN } } }]);

  expect(Sources.ofTemplates([], topology).placeOf({ stack: 'S', logicalId: 'Fn', property: 'Layers' })).toBeUndefined();
});

test('a finding of an assembly is in its template', () => {
  over(stack(scope => void withFifo(scope)), directory => {
    const place = Sources.ofAssembly(directory, readAssembly(directory))
      .placeOf({ stack: 'S', logicalId: 'FnConfig', property: 'DestinationConfig.OnFailure.Destination' });
    const line = readFileSync(join(directory, 'S.template.json'), 'utf8').split('\n')[place!.line - 1];

    expect(place!.file).toBe(join(directory, 'S.template.json'));
    expect(line.slice(place!.column - 1)).toBe('"Destination": {');
  });
});
