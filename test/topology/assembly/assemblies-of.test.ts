import { join } from 'node:path';
import { assembliesOf } from '../../../lib/topology';

const at = (...names: string[]) => join('/work', 'cdk.out', ...names);

test.each<[string, string[], string[]]>([
  ['one for all stacks', [at('A.json'), at('B.json')], [at()]],
  ['the outermost of nested ones', [at('assembly-Prod', 'A.json'), at('B.json')], [at()]],
  ['each of those beside each other', [at('assembly-Prod', 'A.json'), at('assembly-Production', 'B.json')], [at('assembly-Prod'), at('assembly-Production')]],
  ['none without templates', [], []],
])('%s', (_, files, directories) => {
  expect(assembliesOf(files)).toEqual(directories);
});
