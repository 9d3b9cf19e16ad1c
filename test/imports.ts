import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** What each file imports: the files of the same folder to which its imports lead. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** What a source imports, types and late imports included, as it is written there. */
export function imports(source: string): string[] {
  return specifiers(source, () => true);
}

/** What a source imports when it runs, as it is written there: no types. */
export function importsAtRun(source: string): string[] {
  return specifiers(source, node => !isOfTypes(node));
}

function specifiers(source: string, counts: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const name = counts(node) ? specifier(node) : undefined;
    if (name) {
      found.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return found;
}

/** The imports among the TypeScript files of a folder. */
export function importGraph(folder: string): ImportGraph {
  const files = new Set(typeScriptFiles(folder));
  return new Map([...files].map(file => {
    const names = imports(fs.readFileSync(path.join(folder, file), 'utf8')).filter(name => name.startsWith('.'));
    const targets = names.map(name => path.join(path.dirname(file), name)).flatMap(target => [`${target}.ts`, path.join(target, 'index.ts')]);
    return [file, targets.filter(target => files.has(target))];
  }));
}

/** The files of a folder that run with some of them: those, what they import, and so on. */
export function runWith(folder: string, entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found) {
    const names = importsAtRun(fs.readFileSync(path.join(folder, file), 'utf8')).filter(name => name.startsWith('.'));
    for (const target of names.map(name => path.join(path.dirname(file), name))) {
      found.add(fs.existsSync(path.join(folder, `${target}.ts`)) ? `${target}.ts` : path.join(target, 'index.ts'));
    }
  }
  return [...found].sort();
}

/** The TypeScript files of a folder and of those within it, in alphabetical order. */
export function typeScriptFiles(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).sort();
}

/** Ways by which a file imports itself: one for each file that closes a circle. */
export function circles(graph: ImportGraph): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, way: readonly string[]) => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' > '));
    } else if (!done.has(file)) {
      graph.get(file)?.forEach(next => follow(next, [...way, file]));
      done.add(file);
    }
  };
  [...graph.keys()].forEach(file => follow(file, []));
  return found;
}

/** A source as TypeScript reads it. */
export function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile('any.ts', source, ts.ScriptTarget.Latest, true);
}

function isOfTypes(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) {
    return true;
  }
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly || isListOfTypes(node.exportClause);
  }
  return ts.isImportDeclaration(node) && node.importClause !== undefined
    && (node.importClause.isTypeOnly || (node.importClause.name === undefined && isListOfTypes(node.importClause.namedBindings)));
}

function isListOfTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  return names !== undefined && (ts.isNamedImports(names) || ts.isNamedExports(names)) && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function specifier(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return text(node.moduleSpecifier);
  }
  if (ts.isExternalModuleReference(node)) {
    return text(node.expression);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return text(node.argument.literal);
  }
  if (ts.isCallExpression(node) && ['import', 'require'].includes(node.expression.getText())) {
    return text(node.arguments[0]) ?? '(computed)';
  }
  return undefined;
}

function text(node?: ts.Node): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}
