import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, IPolicyValidationContext, IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { synthesized } from './assemblies';
import { AsyncInvokeChecks } from './built';

/** What aws-cdk-lib tells plugins, and how it finds them, since the release that cdk-preflight needs. */
type NewerContext = IPolicyValidationContext & { readonly stackTemplates: ReadonlyArray<{ readonly templatePath: string }> };
type NewerApp = App & { readonly _validationPlugins: IPolicyValidationPlugin[] };

const CHECKS: Readonly<Record<string, (app: App) => IPolicyValidationPlugin['validate']>> = {
  'cdk-async-invoke': () => context => new AsyncInvokeChecks().validate(context),
  'cdk-nag': app => () => new AwsSolutionsChecks(app).validateScope(app),
  'cdk-preflight': app => {
    // Not everywhere installed, so not imported.
    (createRequire(__filename)('cdk-preflight') as { Preflight: { apply(scope: App): void } }).Preflight.apply(app);
    const plugin = (app as NewerApp)._validationPlugins.at(-1)!;
    return context => plugin.validate(context);
  },
};

/** Synthesizes the app, checks it in one way, and prints what the check has cost. */
const assembly = mkdtempSync(join(tmpdir(), 'bench-fresh-synth-'));
const app = synthesized(assembly);
const check = CHECKS[process.argv[2]](app);
const templatePaths = readdirSync(assembly).filter(file => file.endsWith('.template.json')).map(file => join(assembly, file));
const context = { templatePaths, stackTemplates: templatePaths.map(templatePath => ({ templatePath })), appConstruct: app };
const [start, cpuAtStart] = [performance.now(), process.cpuUsage()];
check(context as NewerContext);
const [elapsed, { user, system }] = [performance.now() - start, process.cpuUsage(cpuAtStart)];
console.log(JSON.stringify({ elapsed, cpu: (user + system) / 1000 }));
rmSync(assembly, { recursive: true });
