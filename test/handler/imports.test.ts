import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

const HANDLER = join(__dirname, '../../lib/handler');

const files = readdirSync(HANDLER, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).sort();
const imports = new Map(files.map(file => [file, importsOf(file, readFileSync(join(HANDLER, file), 'utf8'))]));

test('no file of the handler imports itself through others, types included', () => {
  expect(circles(imports)).toEqual([]);
});

test('the state machine of configs imports no cloud', () => {
  const machine = files.filter(file => file.startsWith('config/'));
  expect(machine.length).toBeGreaterThan(5);
  expect(machine.flatMap(file => imports.get(file)!).filter(file => file.startsWith('lambda/') || file.startsWith('alibaba/'))).toEqual([]);
});

test('a circle is found', () => {
  expect(circles(new Map([['a.ts', ['b.ts']], ['b.ts', ['c.ts', 'd.ts']], ['c.ts', ['b.ts']], ['d.ts', []]]))).toEqual([['b.ts', 'c.ts']]);
});

test('a type import is an import', () => {
  expect(importsOf('config/a.ts', "import type { B } from './b'; export { C } from '../c'; import '@aws-sdk/x';")).toEqual(['config/b.ts', 'c.ts']);
});

/** Files of the handler that a file imports. */
function importsOf(file: string, source: string): string[] {
  return ts.preProcessFile(source).importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => relative(HANDLER, `${resolve(HANDLER, dirname(file), fileName)}.ts`));
}

/** Groups of files that reach each other. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...graph.keys()].map(file => [file, reachable(graph, file)]));
  const groups = [...graph.keys()]
    .map(file => [...graph.keys()].filter(other => reached.get(file)!.has(other) && reached.get(other)!.has(file)))
    .filter(group => group.length > 0);
  return [...new Map(groups.map(group => [group.join(), group])).values()];
}

function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const found = new Set<string>();
  const open = [...graph.get(start) ?? []];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (!found.has(file)) {
      found.add(file);
      open.push(...graph.get(file) ?? []);
    }
  }
  return found;
}
