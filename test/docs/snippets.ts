import * as ts from 'typescript';
import { page } from './pages';

/** The fixture into which a snippet is put when it is compiled. */
const [IMPORTS] = page('rosetta/default.ts-fixture').split(/(?=^class )/m);
const NAMES = [...IMPORTS.matchAll(/^declare const (\w+)/gm)].map(([, name]) => name);

/**
 * Runs a snippet with what the fixture declares.
 *
 * @param snippet in TypeScript or JavaScript
 * @param given values for names that the snippet or its fixture declares
 */
export function runWithFixture(snippet: string, given: Readonly<Record<string, unknown>> & { readonly self: unknown }): void {
  const body = snippet.replace(/^declare const .*$/gm, '');
  const { self, ...values } = given;
  const source = `${IMPORTS.replace(/^declare const .*$/gm, '')}\n(function (this: any) {\n${body}\n}).call(self);`;
  const names = [...new Set([...NAMES, ...Object.keys(values)])];
  run(source, ['self', ...names], [self, ...names.map(name => values[name])]);
}

/** Runs a snippet that needs no fixture. */
export function runModule(snippet: string, globals: Readonly<Record<string, unknown>> = {}): Record<string, any> {
  return run(snippet, Object.keys(globals), Object.values(globals));
}

function run(source: string, names: readonly string[], values: readonly unknown[]): Record<string, any> {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-require-imports
  new Function('exports', 'require', ...names, outputText)(exports, (name: string) => require(name), ...values);
  return exports;
}
