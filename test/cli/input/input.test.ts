import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputOf, isTemplate } from '../../../lib/cli/input/input';
import { UsageError } from '../../../lib/cli/usage-error';

const folder = mkdtempSync(join(tmpdir(), 'input-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(at('cdk.out'));
writeFileSync(at('cdk.out/manifest.json'), '{ "version": "48.0.0", "artifacts": {} }');
mkdirSync(at('folder.yaml'));
writeFileSync(at('a.yaml'), 'Parameters:\n  Stage: {Type: String}\nResources:\n  A: {Type: "AWS::Lambda::Function"}\n');
writeFileSync(at('b'), '{"Resources": {"B": {"Type": "AWS::Lambda::Function"}}}');

test.each([['-', true], [at('b'), true], [at('nowhere.yml'), true], [at('nowhere.TEMPLATE'), true], [at('cdk.out'), false], [at('nowhere'), false]])('%s is a template: %s', (text, is) => {
  expect(isTemplate(text)).toBe(is);
});

test('reads an assembly', () => {
  expect(inputOf([at('cdk.out')], {})).toMatchObject({ assembly: at('cdk.out'), acknowledged: [] });
});

test('reads templates', () => {
  const { topology, assembly } = inputOf([at('a.yaml'), at('b')], { parameter: ['Stage=x'] });

  expect([...topology.functions.keys()]).toEqual([`${at('a.yaml')}.A`, `${at('b')}.B`]);
  expect(assembly).toBeUndefined();
});

test.each<[string, string[], string]>([
  ['two assemblies', [at('cdk.out'), at('cdk.out')], `pass one cloud assembly, or CloudFormation templates, got: ${at('cdk.out')} ${at('cdk.out')}`],
  ['both', [at('a.yaml'), at('cdk.out')],
    `pass one cloud assembly, or CloudFormation templates, got: ${at('a.yaml')} ${at('cdk.out')}. \`${at('cdk.out')}\` is not a template.`],
  ['a template twice', [at('b'), at('b')], `pass each template once, got: \`${at('b')}\` twice`],
])('refuses %s', (_, paths, message) => {
  expect(() => inputOf(paths, {})).toThrow(new UsageError(message));
});

test('refuses an unknown parameter', () => {
  expect(() => inputOf([at('a.yaml')], { parameter: ['Stge=x'] }))
    .toThrow(new UsageError('`--parameter` must name a parameter of a template, got: "Stge". Did you mean Stage?'));
});

test('a file that does not exist is an error of the system', () => {
  expect(() => inputOf([at('nowhere.yaml')], {})).toThrow(expect.objectContaining({ code: 'ENOENT', path: at('nowhere.yaml') }));
});
