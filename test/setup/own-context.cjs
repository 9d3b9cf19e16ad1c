const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** As many frames of a stack as help: jest asks for 100, which are mapped to sources one by one for each error. */
const STACK_FRAMES = 20;

/** Variables that all tests run with. */
const VARIABLES = {
  // No test reads where an element was declared, and recording it takes a tenth of the time.
  CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:disable-creation-stack-traces': true }),
  // The oldest Node.js that we support is older than the next SDK will support.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/**
 * Environment of jest that runs a test file in the context of its worker, not in one of its own, so that packages are
 * loaded once for all test files of a worker. After each file, it restores globals and environment variables.
 */
module.exports = class OwnContext {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);

  constructor({ projectConfig: config }) {
    this.globals = Object.getOwnPropertyDescriptors(globalThis);
    this.variables = { ...process.env };
    this.process = { exit: process.exit, exitCode: process.exitCode };
    const timerConfig = { idToRef: id => id, refToId: ref => ref };
    this.fakeTimers = new LegacyFakeTimers({ config, global: globalThis, moduleMocker: this.moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {
    Error.stackTraceLimit = STACK_FRAMES;
    Object.assign(process.env, VARIABLES);
  }

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    // Globals that are new stay: packages keep their registries there, e.g. that of all tokens.
    Object.defineProperties(globalThis, this.globals);
    Object.assign(process, this.process);
    for (const name of Object.keys(process.env).filter(variable => !(variable in this.variables))) delete process.env[name];
    Object.assign(process.env, this.variables);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
};
