const asyncHooks = require('node:async_hooks');
const { createRequire, isBuiltin } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** What is compiled, by file. Loading aws-cdk-lib, the library and jest itself for each test file took half of the time. */
const compiled = new Map();

/**
 * Runtime of jest that leaves packages to Node, which loads them once for all test files of a worker.
 *
 * Files of this project are compiled once, but run for each test file, which so has its own state of their modules.
 * It needs an environment that runs tests in the context of the worker.
 */
module.exports = class SharedPackages extends Runtime {
  constructor(config, ...others) {
    super(config, ...others);
    this.ownNames = config.moduleNameMapper.map(([pattern]) => new RegExp(pattern));
    this.executor.compile = (source, filename) => this.compiledOnce(source, filename);
    this.asyncHooks = disposable(asyncHooks);
  }

  requireModuleOrMock(from, name) {
    return this.isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }

  requireInternalModule(from, name) {
    return name === 'node:async_hooks' || name === 'async_hooks' ? this.asyncHooks : super.requireInternalModule(from, name);
  }

  teardown() {
    super.teardown();
    this.asyncHooks.dispose();
  }

  isPackage(name) {
    return !/^[./]|^@jest\/globals$/.test(name) && !isBuiltin(name) && !this.ownNames.some(pattern => pattern.test(name));
  }

  compiledOnce(source, filename) {
    const known = compiled.get(filename);
    if (known?.source === source) return known.run;
    const run = compileFunction(source, this.executor.injectedModuleParameters, { filename });
    compiled.set(filename, { source, run });
    return run;
  }
};

/** The module with storages that can be disabled: jest makes one for each test file, and each slows down all promises that are made after it. */
function disposable(original) {
  const storages = [];
  class AsyncLocalStorage extends original.AsyncLocalStorage {
    constructor(...options) {
      super(...options);
      storages.push(this);
    }
  }
  return { ...original, AsyncLocalStorage, dispose: () => storages.forEach(storage => storage.disable()) };
}
