import { templateFile } from './located';
import { resource } from './templates';
import { readTemplateFiles } from '../../lib/topology';

const CONDITIONS = { Conditions: { Never: { 'Fn::Equals': [1, 2] }, Perhaps: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } } };
const MACRO = { Transform: 'Macro' };

/** The stacks of an app in which one nests others, each with what may be missing in it. */
function unknownsOf(nested: Record<string, [file: string, condition?: string]>) {
  const resources = Object.entries(nested).map(([id, [TemplateURL, Condition]]) => [id, resource('CloudFormation::Stack', { TemplateURL }, { Condition })]);
  const { stacks } = readTemplateFiles([
    templateFile('outer.yaml', Object.fromEntries(resources), CONDITIONS),
    templateFile('macro.yaml', {}, MACRO),
  ]);
  return Object.fromEntries([...stacks.values()].filter(({ id }) => id.startsWith('outer.yaml')).map(({ id, unknowns }) => [id, unknowns]));
}

test('tells what may be missing, in the stack that lacks it', () => {
  expect(unknownsOf({ Lost: ['elsewhere.yaml'], There: ['macro.yaml'] })).toEqual({
    'outer.yaml': ['the template of nested stack `Lost` is not passed: `elsewhere.yaml`'],
    'outer.yaml.There': ['the template has a `Transform`'],
  });
});

test('a stack that may exist counts', () => {
  expect(Object.keys(unknownsOf({ Lost: ['elsewhere.yaml', 'Perhaps'], There: ['macro.yaml', 'Perhaps'] }))).toEqual(['outer.yaml', 'outer.yaml.There']);
  expect(unknownsOf({ Lost: ['elsewhere.yaml', 'Perhaps'] })['outer.yaml']).toHaveLength(1);
});

test('a stack that will not exist has nothing that could be missing', () => {
  expect(unknownsOf({ Lost: ['elsewhere.yaml', 'Never'], There: ['macro.yaml', 'Never'] })).toEqual({ 'outer.yaml': [] });
});
