import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** What each file imports: the files of the same folder to which its imports lead. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** What a source imports, types and late imports included, as it is written there. */
export function imports(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const name = specifier(node);
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
