import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { circles, importGraph, imports } from './imports';

describe('an import is found', () => {
  test.each([
    ["import * as fs from 'node:fs';", 'node:fs'],
    ["import type { Stack } from 'aws-cdk-lib';", 'aws-cdk-lib'],
    ["import type { Stack } from '../aws/stack';", '../aws/stack'],
    ["export { x } from '../aws';", '../aws'],
    ["export * from '../index';", '../index'],
    ["const fs = require('fs');", 'fs'],
    ["const later = import('constructs');", 'constructs'],
    ["type Stack = import('aws-cdk-lib').Stack;", 'aws-cdk-lib'],
    ["import aws = require('aws-cdk-lib');", 'aws-cdk-lib'],
    ["import '../../test/layers';", '../../test/layers'],
    ['const computed = require(name);', '(computed)'],
  ])('%s', (source, found) => {
    expect(imports(source)).toEqual([found]);
  });

  test('none in a text or comment', () => {
    expect(imports("// import './x';\nconst text = \"import './x'\";")).toEqual([]);
  });
});

test('the graph leads from file to file, through the index of a folder', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imports-'));
  fs.mkdirSync(path.join(folder, 'b'));
  fs.writeFileSync(path.join(folder, 'a.ts'), "import './b'; import 'constructs'; import './gone';");
  fs.writeFileSync(path.join(folder, 'b/index.ts'), "import type { C } from './c';");
  fs.writeFileSync(path.join(folder, 'b/c.ts'), '');

  expect(importGraph(folder)).toEqual(new Map([['a.ts', ['b/index.ts']], ['b/c.ts', []], ['b/index.ts', ['b/c.ts']]]));
});

describe('a circle is found', () => {
  test.each<[string, Record<string, string[]>, string[]]>([
    ['of one file', { a: ['a'] }, ['a > a']],
    ['of two files', { a: ['b'], b: ['a'] }, ['a > b > a']],
    ['behind a file that is not part of it', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, ['b > c > d > b']],
    ['beside another', { a: ['b', 'c'], b: ['a'], c: ['a'] }, ['a > b > a', 'a > c > a']],
  ])('%s', (_, graph, found) => {
    expect(circles(new Map(Object.entries(graph)))).toEqual(found);
  });

  test('not where two ways lead to one file', () => {
    expect(circles(new Map(Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })))).toEqual([]);
  });
});
