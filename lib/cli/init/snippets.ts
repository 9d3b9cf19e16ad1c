/** Languages in which apps are written. JavaScript has the statements of TypeScript. */
export type Language = 'typescript' | 'python' | 'java' | 'csharp' | 'go';

/** The lines that add the checks to an app. */
export const SNIPPETS: Readonly<Record<Language, string>> = {
  typescript: `\
import { Validations } from 'aws-cdk-lib';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

Validations.of(app).addPlugins(new AsyncInvokeChecks());
`,
  python: `\
from aws_cdk import Validations
from cdk_async_invoke import AsyncInvokeChecks

Validations.of(app).add_plugins(AsyncInvokeChecks())
`,
  java: `\
import io.github.cdkasyncinvoke.AsyncInvokeChecks;
import software.amazon.awscdk.Validations;

Validations.of(app).addPlugins(new AsyncInvokeChecks());
`,
  csharp: `\
using Amazon.CDK;
using CdkAsyncInvoke;

Validations.Of(app).AddPlugins(new AsyncInvokeChecks());
`,
  go: `\
import "github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke"

awscdk.Validations_Of(app).AddPlugins(cdkasyncinvoke.NewAsyncInvokeChecks(nil))
`,
};

/** Commands that install the package. */
export const INSTALL: Readonly<Record<Language, string>> = {
  typescript: 'npm install cdk-async-invoke',
  python: 'pip install cdk-async-invoke',
  java: 'add the Maven artifact io.github.cdkasyncinvoke:cdk-async-invoke',
  csharp: 'dotnet add package CdkAsyncInvoke',
  go: 'go get github.com/cdk-async-invoke/cdk-async-invoke-go/cdkasyncinvoke',
};
