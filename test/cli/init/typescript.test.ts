import { withChecks } from '../../../lib/cli/init/typescript';

test.each([
  ['a namespace', `\
#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { ShopStack } from '../lib/shop-stack';

const app = new cdk.App();
new ShopStack(app, 'Shop', {});
`, `\
#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { AsyncInvokeChecks } from 'cdk-async-invoke';
import { ShopStack } from '../lib/shop-stack';

const app = new cdk.App();
cdk.Validations.of(app).addPlugins(new AsyncInvokeChecks());
new ShopStack(app, 'Shop', {});
`],
  ['names', `\
import { App, Stack } from "aws-cdk-lib"

export const app: App = new App({ context: { "a)": ")" } }) // the app
`, `\
import { App, Stack, Validations } from "aws-cdk-lib"
import { AsyncInvokeChecks } from "cdk-async-invoke"

export const app: App = new App({ context: { "a)": ")" } }) // the app
Validations.of(app).addPlugins(new AsyncInvokeChecks())
`],
  ['names in lines of their own, in a function', `\
import {
  App,
  Stack, // for later
} from 'aws-cdk-lib';

async function main() {
  const shop = new App({
    outdir: 'out', /* ( */
  });
  shop.synth();
}
`, `\
import {
  App,
  Stack,
  Validations, // for later
} from 'aws-cdk-lib';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

async function main() {
  const shop = new App({
    outdir: 'out', /* ( */
  });
  Validations.of(shop).addPlugins(new AsyncInvokeChecks());
  shop.synth();
}
`],
  ['require', `\
const { App } = require('aws-cdk-lib');
let app = new App();
`, `\
const { App, Validations } = require('aws-cdk-lib');
const { AsyncInvokeChecks } = require('cdk-async-invoke');
let app = new App();
Validations.of(app).addPlugins(new AsyncInvokeChecks());
`],
  ['a required namespace', `\
import cdk = require('aws-cdk-lib');
const app = new cdk.App();
`, `\
import cdk = require('aws-cdk-lib');
import { AsyncInvokeChecks } from 'cdk-async-invoke';
const app = new cdk.App();
cdk.Validations.of(app).addPlugins(new AsyncInvokeChecks());
`],
  ['Validations already, and a commented import', `\
// import { App } from 'aws-cdk-lib';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
`, `\
// import { App } from 'aws-cdk-lib';
import { App, Validations } from 'aws-cdk-lib';
import { AsyncInvokeChecks } from 'cdk-async-invoke';
import { AwsSolutionsChecks } from 'cdk-nag';
const app = new App();
Validations.of(app).addPlugins(new AsyncInvokeChecks());
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
`],
])('adds the checks to an app that imports %s', (_, before, after) => {
  expect(withChecks(before)).toBe(after);
});

test('keeps the line breaks of Windows, and a last line without one', () => {
  expect(withChecks("import { App } from 'aws-cdk-lib';\r\nconst app = new App();"))
    .toBe("import { App, Validations } from 'aws-cdk-lib';\r\nimport { AsyncInvokeChecks } from 'cdk-async-invoke';\r\nconst app = new App();\r\n"
      + 'Validations.of(app).addPlugins(new AsyncInvokeChecks());');
});

test.each([
  ['no app', "import { App } from 'aws-cdk-lib';\n"],
  ['two apps', "import { App } from 'aws-cdk-lib';\nconst one = new App();\nconst two = new App();\n"],
  ['an app without a variable', "import { App, Stack } from 'aws-cdk-lib';\nnew Stack(new App(), 'Shop');\n"],
  ['an app within an expression', "import { App } from 'aws-cdk-lib';\nconst app = new App().node;\n"],
  ['an app of its own class', "import { App } from './app';\nconst app = new App();\n"],
  ['an app of another namespace', "import * as cdk from 'aws-cdk-lib';\nconst app = new tools.App();\n"],
  ['only types', "import type { App } from 'aws-cdk-lib';\nconst app = new App();\n"],
  ['an app in a comment', "import { App } from 'aws-cdk-lib';\n// const app = new App();\n"],
  ['an app in a text', "import { App } from 'aws-cdk-lib';\nconst text = `\nconst app = new App();\n`;\n"],
  ['a parenthesis that is missing', "import { App } from 'aws-cdk-lib';\nconst app = new App({\n"],
])('leaves a source alone that has %s', (_, source) => {
  expect(withChecks(source)).toBeUndefined();
});
