import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationPlugin, type PolicyValidationPluginReport } from 'aws-cdk-lib';

/** What a synth came to. */
export interface Outcome {
  readonly failed: boolean;

  /** What people read. */
  readonly text: string;
}

/** An app whose templates tell construct paths, as those of the CDK CLI do. */
export function newApp(context: Record<string, unknown> = {}): App {
  return new App({
    outdir: mkdtempSync(join(tmpdir(), 'validated-')),
    analyticsReporting: false,
    context: { 'aws:cdk:enable-path-metadata': true, ...context },
  });
}

/** Synthesizes an app; some releases of aws-cdk-lib fail by exit code, others by an error. */
export function synth(app: App): Outcome {
  const printed: string[] = [];
  const exitCode = process.exitCode;
  try {
    silently(() => app.synth(), printed);
    return { failed: process.exitCode === 1, text: printed.join('\n') };
  } catch (error) {
    return { failed: true, text: [...printed, (error as Error).message].join('\n') };
  } finally {
    process.exitCode = exitCode;
  }
}

/** Keeps the console clean. */
export function silently<T>(act: () => T, printed: string[] = []): T {
  const console_ = jest.spyOn(console, 'error').mockImplementation(text => void printed.push(String(text)));
  try {
    return act();
  } finally {
    console_.mockRestore();
  }
}

/** A plugin that keeps what it reports. */
export function recorded<T extends IPolicyValidationPlugin>(plugin: T): { plugin: T; reports: PolicyValidationPluginReport[] } {
  const reports: PolicyValidationPluginReport[] = [];
  const validate = plugin.validate.bind(plugin);
  plugin.validate = context => {
    const report = validate(context);
    reports.push(structuredClone(report));
    return report;
  };
  return { plugin, reports };
}
