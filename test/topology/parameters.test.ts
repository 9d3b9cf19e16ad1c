import { templateFile } from './located';
import { resource, resources } from './templates';
import { readTemplateFiles } from '../../lib/topology';

test('has the parameters with their limits', () => {
  const { parameters } = resources({}, {
    Parameters: {
      Stage: { Type: 'String', AllowedValues: ['dev', 1], MinLength: '2', MaxLength: 9 },
      Size: { Type: 'Number', MinValue: 1, MaxValue: '10' },
      Odd: { MinValue: 'x', MaxLength: '' },
    },
  });
  expect(parameters).toEqual([
    { stack: 'S', name: 'Odd', type: '' },
    { stack: 'S', name: 'Size', type: 'Number', minValue: 1, maxValue: 10 },
    { stack: 'S', name: 'Stage', type: 'String', allowedValues: ['dev', '1'], minLength: 2, maxLength: 9 },
  ]);
});

test('leaves out those of nested stacks', () => {
  const { parameters } = readTemplateFiles([
    templateFile('parent.yaml', { Child: resource('CloudFormation::Stack', { TemplateURL: 'child.yaml' }) }),
    templateFile('child.yaml', {}, { Parameters: { Stage: { Type: 'String' } } }),
  ]);
  expect(parameters).toEqual([]);
});
