import { inserted, nameInserted, type Insertion } from './insertion';
import { behindParentheses, code, endOfLine, lineBreak, TYPESCRIPT, withoutComments } from './source';

/** `const app = new cdk.App(`: indent, name, and the namespace of the class. */
const APP = /^([ \t]*)(?:export\s+)?(?:const|let|var)\s+(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*new\s+(?:(\w+)\.)?App\s*\(/gm;
const ANY_APP = /\bnew\s+(?:\w+\.)?App\b/g;

/** What an import of aws-cdk-lib names: a namespace, or a list. */
const NAMESPACES = [
  /^[ \t]*import\s+(?:\*\s+as\s+)?(?<namespace>\w+)\s+from\s+(?<quote>['"])aws-cdk-lib(?:\/core)?\k<quote>/gm,
  /^[ \t]*(?:import|const|let|var)\s+(?<namespace>\w+)\s*=\s*(?<call>require)\(\s*(?<quote>['"])aws-cdk-lib(?:\/core)?\k<quote>\s*\)/gm,
];
const LISTS = [
  /^[ \t]*import\s*\{(?<list>[^}]*)\}\s*from\s*(?<quote>['"])aws-cdk-lib(?:\/core)?\k<quote>/gm,
  /^[ \t]*(?:const|let|var)\s*\{(?<list>[^}]*)\}\s*=\s*(?<call>require)\(\s*(?<quote>['"])aws-cdk-lib(?:\/core)?\k<quote>\s*\)/gm,
];

/** The source of a TypeScript or JavaScript app with the checks; nothing if it is not clear where they belong. */
export function withChecks(source: string): string | undefined {
  const bare = code(source, TYPESCRIPT);
  const [app, ...others] = bare.matchAll(APP);
  const end = app && behindParentheses(bare, app.index + app[0].length - 1);
  if (end === undefined || others.length > 0 || bare.match(ANY_APP)?.length !== 1 || !/^\s*;?\s*$/.test(bare.slice(end, endOfLine(bare, end)))) {
    return undefined;
  }
  const [, indent, name, namespace] = app;
  const library = importOf(withoutComments(source, TYPESCRIPT), namespace);
  if (library === undefined) {
    return undefined;
  }
  const { quote, call } = library.groups;
  const semicolon = bare.slice(end, endOfLine(bare, end)).includes(';') ? ';' : '';
  const br = lineBreak(source);
  const from = `${quote}cdk-async-invoke${quote}`;
  const importLine = call === undefined || /^\s*import\b/.test(library.text)
    ? `import { AsyncInvokeChecks } from ${from}${semicolon}`
    : `const { AsyncInvokeChecks } = require(${from})${semicolon}`;
  const validations = namespace === undefined ? 'Validations' : `${namespace}.Validations`;
  return inserted(source, [
    ...namespace === undefined ? named(library, br) : [],
    { at: endOfLine(source, library.end), text: `${br}${importLine}` },
    { at: endOfLine(source, end), text: `${br}${indent}${validations}.of(${name}).addPlugins(new AsyncInvokeChecks())${semicolon}` },
  ]);
}

interface Import {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The import of aws-cdk-lib that brings `App`. */
function importOf(source: string, namespace?: string): Import | undefined {
  return (namespace === undefined ? LISTS : NAMESPACES)
    .flatMap(pattern => [...source.matchAll(pattern)])
    .map(match => ({ text: match[0], start: match.index, end: match.index + match[0].length, groups: match.groups! }))
    .find(({ groups }) => namespace === undefined ? namesIn(groups.list).includes('App') : groups.namespace === namespace);
}

function named({ text, start, groups: { list = '' } }: Import, br: string): Insertion[] {
  return namesIn(list).includes('Validations') ? [] : [nameInserted(list, start + text.indexOf('{') + 1, 'Validations', br)];
}

function namesIn(list = ''): string[] {
  return list.split(',').map(name => name.trim());
}
