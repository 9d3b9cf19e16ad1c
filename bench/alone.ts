import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, type IPolicyValidationContext, type IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

/** What aws-cdk-lib tells plugins, and how it finds them, since the release that cdk-preflight needs. */
type NewerContext = IPolicyValidationContext & { readonly stackTemplates: ReadonlyArray<{ readonly templatePath: string }> };
type NewerApp = App & { readonly _validationPlugins: IPolicyValidationPlugin[] };

/** Runs one plugin over an assembly, as one synth does, and prints what that costs. */
const [, , check, assembly] = process.argv;
const app = new App({ analyticsReporting: false });
const plugin = check === 'ours' ? new AsyncInvokeChecks() : preflight();
const templatePaths = readdirSync(assembly).filter(file => file.endsWith('.template.json')).map(file => join(assembly, file));
const context = { templatePaths, stackTemplates: templatePaths.map(templatePath => ({ templatePath })), appConstruct: app };
const start = process.cpuUsage();
plugin.validate(context as NewerContext);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);

function preflight(): IPolicyValidationPlugin {
  // Not everywhere installed, so not imported.
  (createRequire(__filename)('cdk-preflight') as { Preflight: { apply(scope: App): void } }).Preflight.apply(app);
  return (app as NewerApp)._validationPlugins.at(-1)!;
}
