import { aws_lambda as lambda } from 'aws-cdk-lib';
import { ranFrom, type Files } from '../code-of-asset';

const CJS = (text: string) => `exports.handler = async () => '${text}';`;
const ESM = (text: string) => `export const handler = async () => '${text}';`;
const MODULE = JSON.stringify({ type: 'module' });

test.each<[what: string, files: Files, handler: string, response: string]>([
  ['a file without an ending before all others', { 'index': CJS('bare'), 'index.js': CJS('js') }, 'index.handler', 'bare'],
  ['a folder', { 'orders/index.js': CJS('folder') }, 'orders.handler', 'folder'],
  ['.js before .mjs', { 'index.js': CJS('js'), 'index.mjs': ESM('mjs') }, 'index.handler', 'js'],
  ['.mjs before .cjs', { 'index.mjs': ESM('mjs'), 'index.cjs': CJS('cjs') }, 'index.handler', 'mjs'],
  ['.cjs', { 'index.cjs': CJS('cjs') }, 'index.handler', 'cjs'],
  ['.js as an ES module where package.json says so', { 'package.json': MODULE, 'index.js': ESM('module') }, 'index.handler', 'module'],
  ['.js as an ES module where package.json of a folder above says so', { 'package.json': MODULE, 'a/b/index.js': ESM('above') }, 'a/b/index.handler', 'above'],
  ['.js as CommonJS where a nearer package.json does not', { 'package.json': MODULE, 'a/package.json': '{}', 'a/index.js': CJS('nearer') }, 'a/index.handler', 'nearer'],
  ['a package', { 'node_modules/orders/index.js': CJS('package') }, 'orders.handler', 'package'],
  ['an ES module with a top-level await', { 'index.mjs': 'const text = await Promise.resolve("awaited"); export const handler = async () => text;' }, 'index.handler', 'awaited'],
  ['a nested handler of a class', { 'index.js': 'exports.api = class { static handler = async () => "static" };' }, 'index.api.handler', 'static'],
  ['a default export by its name', { 'index.mjs': 'export default async () => "default";' }, 'index.default', 'default'],
  ['a path that starts with a dot', { 'src/index.js': CJS('dotted') }, './src/index.handler', 'dotted'],
])('loads %s', async (_, files, handler, response) => {
  const outcome = await ranFrom(files, handler);
  expect([outcome.error, outcome.response]).toEqual([undefined, response]);
});

test.each<[what: string, files: Files, handler: string, errorType: string, errorMessage: unknown]>([
  ['a handler without a dot', { 'index.js': CJS('') }, 'index', 'Runtime.MalformedHandlerName', 'Bad handler'],
  ['a way out of the folder', { 'index.js': CJS('') }, '../index.handler', 'Runtime.MalformedHandlerName',
    "'../index.handler' is not a valid handler name. Use absolute paths when specifying root directories in handler names."],
  ['a missing file', { 'index.js': CJS('') }, 'other.handler', 'Runtime.ImportModuleError', expect.stringMatching(/^Error: Cannot find module 'other'\n/)],
  ['a member of the default export, which Lambda does not look at', { 'index.mjs': 'export default { handler: async () => 1 };' }, 'index.handler',
    'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
  ['a missing import of an ES module, which the runtime reports as it is', { 'index.mjs': "import './other.mjs';" }, 'index.handler', 'Error', expect.stringContaining('other.mjs')],
])('fails as the runtime does for %s', async (_, files, handler, errorType, errorMessage) => {
  expect((await ranFrom(files, handler)).error).toMatchObject({ errorType, errorMessage });
});

test.each([
  ['require', 'index.js', 'const tools = require("tools"); exports.handler = async () => tools;'],
  ['import', 'index.mjs', 'import tools from "tools"; export const handler = async () => tools;'],
])('%s finds packages of layers: the last layer wins, and a folder for the version of Node.js comes first', async (_, file, source) => {
  const packageOf = (folder: string, text: string) => ({ [`nodejs/${folder}/tools/index.js`]: `module.exports = '${text}';` });
  const [first, last, versioned] = [packageOf('node_modules', 'first'), packageOf('node_modules', 'last'), packageOf('node22/node_modules', 'node22')];
  expect((await ranFrom({ [file]: source }, 'index.handler', { layers: [first, last] })).response).toBe('last');
  expect((await ranFrom({ [file]: source }, 'index.handler', { layers: [versioned, last] })).response).toBe('node22');
});

test('finds modules of layers below /opt, for require, import and as the handler', async () => {
  const layer = { 'wrap.js': CJS('wrapped'), 'tool.mjs': 'export default "tool";' };
  const source = "exports.handler = async () => [await require('/opt/wrap').handler(), (await import('/opt/tool.mjs')).default];";
  expect((await ranFrom({ 'index.js': source }, 'index.handler', { layers: [layer] })).response).toEqual(['wrapped', 'tool']);
  expect((await ranFrom({ 'index.js': source }, '/opt/wrap.handler', { layers: [layer] })).response).toBe('wrapped');
});

const ARN = 'arn:aws:lambda:us-east-1:123456789012:layer:tools:3';

test.each<[what: string, source: string, layers: Array<Files | string>, reason: string]>([
  ['a package that may be in a layer which the app only names', "require('tools');", [ARN],
    `it needs \`tools\`, which may be in a layer that is not in the assembly: \`${ARN}\`. `],
  ['a file of a layer', "require('fs').readFileSync('/opt/data.json');", [{ 'data.json': '{}' }],
    'it reads `/opt/data.json`. The code finds the modules of the layers in the assembly, but no other files below `/opt`. '],
])('refuses code that needs %s', async (_, source, layers, reason) => {
  await expect(ranFrom({ 'index.js': source }, 'index.handler', { layers }))
    .rejects.toThrow(new RegExp(`^The code of \`Orders[0-9A-F]{8}\` cannot be run: ${reason.replaceAll(/[.()]/g, '\\$&')}Say with`));
});

test('a package that no layer can have is an error of the code', async () => {
  expect((await ranFrom({ 'index.js': "require('tools');" }, 'index.handler', { layers: [{ 'a.txt': '' }] })).error).toMatchObject({ errorType: 'Runtime.ImportModuleError' });
});

test('takes a callback as each runtime does', async () => {
  const files = { 'index.js': 'exports.handler = (event, context, callback) => callback(null, 1);' };
  expect((await ranFrom(files, 'index.handler')).response).toBe(1);
  expect((await ranFrom(files, 'index.handler', { runtime: lambda.Runtime.NODEJS_24_X })).error).toMatchObject({ errorType: 'Runtime.CallbackHandlerDeprecated' });
});
