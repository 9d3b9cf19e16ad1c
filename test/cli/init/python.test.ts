import { withChecks } from '../../../lib/cli/init/python';

test.each([
  ['a module by another name', `\
#!/usr/bin/env python3
import os

import aws_cdk as cdk

from shop.shop_stack import ShopStack


app = cdk.App()
ShopStack(app, "Shop",
    # env=cdk.Environment(account='123456789012'),
    )

app.synth()
`, `\
#!/usr/bin/env python3
import os

import aws_cdk as cdk
from cdk_async_invoke import AsyncInvokeChecks

from shop.shop_stack import ShopStack


app = cdk.App()
cdk.Validations.of(app).add_plugins(AsyncInvokeChecks())
ShopStack(app, "Shop",
    # env=cdk.Environment(account='123456789012'),
    )

app.synth()
`],
  ['a module', 'import aws_cdk\napp: aws_cdk.App = aws_cdk.App()  # the app\n',
    'import aws_cdk\nfrom cdk_async_invoke import AsyncInvokeChecks\napp: aws_cdk.App = aws_cdk.App()  # the app\n'
    + 'aws_cdk.Validations.of(app).add_plugins(AsyncInvokeChecks())\n'],
  ['names', `\
from aws_cdk import App, Environment  # noqa

def main():
    app = App(
        context={"a)": ")"},
    )
    app.synth()
`, `\
from aws_cdk import App, Environment, Validations  # noqa
from cdk_async_invoke import AsyncInvokeChecks

def main():
    app = App(
        context={"a)": ")"},
    )
    Validations.of(app).add_plugins(AsyncInvokeChecks())
    app.synth()
`],
  ['names at the end of their line', 'from aws_cdk import App, Stack\napp = App()\n',
    'from aws_cdk import App, Stack, Validations\nfrom cdk_async_invoke import AsyncInvokeChecks\napp = App()\nValidations.of(app).add_plugins(AsyncInvokeChecks())\n'],
  ['names in lines of their own', 'from aws_cdk import (\n    App,\n    Stack,\n)\napp = App()\n',
    'from aws_cdk import (\n    App,\n    Stack,\n    Validations,\n)\nfrom cdk_async_invoke import AsyncInvokeChecks\napp = App()\nValidations.of(app).add_plugins(AsyncInvokeChecks())\n'],
  ['Validations already', 'from aws_cdk import App, Validations\napp = App()\n',
    'from aws_cdk import App, Validations\nfrom cdk_async_invoke import AsyncInvokeChecks\napp = App()\nValidations.of(app).add_plugins(AsyncInvokeChecks())\n'],
])('adds the checks to an app that imports %s', (_, before, after) => {
  expect(withChecks(before)).toBe(after);
  expect(withChecks(before.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
});

test.each([
  ['no app', 'import aws_cdk as cdk\n'],
  ['two apps', 'import aws_cdk as cdk\none = cdk.App()\ntwo = cdk.App()\n'],
  ['an app without a variable', 'import aws_cdk as cdk\ncdk.Stack(cdk.App(), "Shop")\n'],
  ['an app within an expression', 'import aws_cdk as cdk\napp = cdk.App().node\n'],
  ['an app of its own class', 'from shop import App\napp = App()\n'],
  ['an import of everything', 'from aws_cdk import *\napp = App()\n'],
  ['an app in a comment', 'import aws_cdk as cdk\n# app = cdk.App()\n'],
  ['an app in a text', 'import aws_cdk as cdk\n"""\napp = cdk.App()\n"""\n'],
  ['a parenthesis that is missing', 'import aws_cdk as cdk\napp = cdk.App(\n'],
])('leaves a source alone that has %s', (_, source) => {
  expect(withChecks(source)).toBeUndefined();
});
