import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { circles, importGraph, imports, importsAtRun, parsed, runWith, typeScriptFiles } from './imports';
import { LAYERS, packagesOf, RUNS_IN_BROWSERS } from './layers';

const LIB = path.join(__dirname, '../lib');

const files = typeScriptFiles(LIB);

test('every file of lib belongs to a layer', () => {
  expect(files.filter(file => layerOf(file) === undefined)).toEqual(['index.ts']);
});

test('every layer allows folders that are layers themselves', () => {
  const allowed = Object.values(LAYERS).flatMap(layer => layer.folders);

  expect(allowed.filter(folder => !Object.hasOwn(LAYERS, folder))).toEqual([]);
});

test.each(files)('%s imports what its layer allows', file => {
  expect(forbiddenImports(file, read(file))).toEqual([]);
});

test('no file imports itself by way of others, not even types', () => {
  expect(circles(importGraph(LIB))).toEqual([]);
});

describe('what runs in a browser', () => {
  const OF_PAGE = ['@dagrejs/dagre', 'yaml'];
  const ofNode = (source: string) => [
    ...importsAtRun(source).filter(name => !name.startsWith('.') && !OF_PAGE.includes(name)),
    ...source.match(/(?<![\w.'`#-])(?:Buffer|process|require|__dirname|__filename|setImmediate)(?=\.\w|[(\[])/g) ?? [],
  ];

  test('reaches Node.js by doors only', () => {
    const reached = runWith(LIB, RUNS_IN_BROWSERS).filter(file => layerOf(file) !== 'doors');

    expect(reached.length).toBeGreaterThan(200);
    expect(reached.flatMap(file => ofNode(read(file)).map(name => `${file}: ${name}`))).toEqual([]);
  });

  test.each([
    ["import { join } from 'node:path';", ['node:path']],
    ["import type { Server } from 'node:http';", []],
    ["import { type Server, type Socket } from 'node:http';", []],
    ["export { join } from 'node:path';", ['node:path']],
    ["export type { Server } from 'node:http';", []],
    ['Buffer.byteLength(text)', ['Buffer']],
    ['process.exit()', ['process']],
    ["type Body = import('node:buffer').Blob;", []],
  ])('finds %s', (source, found) => {
    expect(ofNode(source)).toEqual(found);
  });
});

test('index.ts lists every name', () => {
  expect(unlistedExports(read('index.ts'))).toEqual([]);
});

// jsii does not find the types behind names that the index of a namespace lists.
test('alibaba/index.ts exports whole files, which have nothing but public types', () => {
  const exported = wholeFiles(read('alibaba/index.ts'));

  expect(exported).toContain('./ros-stack');
  expect(exported.flatMap(file => exportsBesideTypes(read(`alibaba/${file}.ts`)))).toEqual([]);
});

describe('a forbidden import is found', () => {
  test.each([
    ["import * as fs from 'node:fs';", 'node:fs'],
    ["import type { Stack } from '../aws/config/settings';", '../aws/config/settings'],
    ["export * from '../index';", '../index'],
    ["import '../../test/layers';", '../../test/layers'],
  ])('%s', (source, found) => {
    expect(forbiddenImports('constraints/any.ts', source)).toEqual([found]);
  });

  test('in a folder of a folder too', () => {
    expect(forbiddenImports('constraints/aws-lambda/any.ts', "import '../../aws/x'; import '../constraint'; import './alias';")).toEqual(['../../aws/x']);
  });

  test('in a package that only begins like an allowed one', () => {
    expect(forbiddenImports('provider/any.ts', "import 'aws-cdk-lib/aws-lambda'; import 'constructs'; import 'constructs-extra';")).toEqual(['constructs-extra']);
  });

  test('in a room of a folder', () => {
    expect(forbiddenImports('aws/target/any.ts', "import './x'; import '../config/settings'; import '../../constraints/rule';")).toEqual(['../config/settings']);
  });
});

describe('a name that index.ts does not list is found', () => {
  test.each([
    ["export * from './constraints';", 1],
    ["export * as everything from './constraints';", 0],
    ["export { x, type Y } from './aws/x';", 0],
    ['export {};', 0],
    ['export const x = 1;', 1],
    ['export class X {}', 1],
  ])('%s', (source, unlisted) => {
    expect(unlistedExports(source)).toHaveLength(unlisted);
  });
});

describe('an export beside public types is found', () => {
  test.each([
    ['export class X {} export interface Y {} export enum Z {}', 0],
    ['export function f() {}', 1],
    ['export const a = 1;', 1],
    ["export { x } from './x';", 1],
    ['function f() {}', 0],
  ])('%s', (source, others) => {
    expect(exportsBesideTypes(source)).toHaveLength(others);
  });
});

/** The imports of a file, types and late ones included, that its layer does not allow. */
function forbiddenImports(file: string, source: string): string[] {
  const folder = layerOf(file);
  if (folder === undefined) {
    return [];
  }
  const layer = LAYERS[folder];
  const packages = new RegExp(`^(${packagesOf(layer).join('|')})$`);
  return imports(source).filter(name => name.startsWith('.')
    ? ![folder, ...layer.folders].includes(layerOf(path.join(path.dirname(file), name)) ?? '')
    : !packages.test(name));
}

/** The layer that a file or folder is in: that of a room where there is one. Only the index of lib is in none. */
function layerOf(file: string): string | undefined {
  const [folder, room] = path.normalize(file).split(path.sep);
  return [`${folder}/${room}`, folder].find(name => Object.hasOwn(LAYERS, name));
}

/** The statements of a source that let names out without naming them in a list. */
function unlistedExports(source: string): string[] {
  return parsed(source).statements
    .filter(statement => !ts.isExportDeclaration(statement) || !statement.exportClause)
    .map(statement => statement.getText());
}

/** The files of which a source exports all. */
function wholeFiles(source: string): string[] {
  return parsed(source).statements.flatMap(statement =>
    ts.isExportDeclaration(statement) && !statement.exportClause ? [(statement.moduleSpecifier as ts.StringLiteral).text] : []);
}

/** The exports of a source that jsii does not know: functions, constants and the like. */
function exportsBesideTypes(source: string): string[] {
  return parsed(source).statements
    .filter(statement => ts.isExportDeclaration(statement) || isExported(statement))
    .filter(statement => !ts.isClassDeclaration(statement) && !ts.isInterfaceDeclaration(statement) && !ts.isEnumDeclaration(statement))
    .map(statement => statement.getText());
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function read(file: string): string {
  return fs.readFileSync(path.join(LIB, file), 'utf8');
}
