import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, SNIPPET] = /```js\n([^`]*cdk-async-invoke\/simulator(?:[^`]|`(?!``))*)```/.exec(README)!;

/** The tests of the chapter, as a reader would run them. */
const { outputText } = ts.transpileModule(SNIPPET, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
const run = new Function('require', 'exports', 'test', 'expect', outputText);

describe('the README shows tests that pass', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  run((name: string) => require(name), {}, test, expect);
});
