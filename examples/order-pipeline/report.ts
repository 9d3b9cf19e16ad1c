import { rendered, type QualifiedFunction, type Setting, type Topology } from '../../lib/topology';

type Place = QualifiedFunction['onFailure'];

/** What becomes of the events of each function and qualifier, one block each, as the templates say. */
export function report(topology: Topology): string {
  return [...topology.qualifiedFunctions.values()]
    .filter(({ target, configs, invocations }) => target.resource && configs.length + invocations.length > 0)
    .map(fn => block(topology, fn))
    .sort()
    .join('\n\n');
}

function block(topology: Topology, fn: QualifiedFunction): string {
  const place = (target: Place, nothing: string) => target ? named(topology, target) : nothing;
  return [
    `${named(topology, fn.target)}:${qualifier(topology, fn)}`,
    line('invoked by', callers(topology, fn).join(', ') || 'whoever names it'),
    line('retries', `${setting(fn.retryAttempts)}${fn.configs.length === 0 ? ' (Lambda\'s default: it has no config)' : ''}`),
    line('event age', `at most ${setting(fn.maxEventAge)} s`),
    line('success to', place(fn.onSuccess, '-')),
    line('failure to', place(fn.onFailure, 'nowhere: the event is lost')),
  ].join('\n');
}

function callers(topology: Topology, { invocations }: QualifiedFunction): string[] {
  return [...new Set(invocations.map(({ from, kind }) => from ? named(topology, from) : kind))];
}

function line(label: string, value: string): string {
  return `  ${label.padEnd(12)}${value}`;
}

function qualifier(topology: Topology, { target: { qualifier: text } }: QualifiedFunction): string {
  return text.kind === 'reference' ? pathOf(topology, text.resource) : rendered(text);
}

function setting(value: Setting<number>): string {
  return value.kind === 'literal' ? `${value.value}` : `unknown, because ${value.reason}`;
}

function named(topology: Topology, target: Exclude<Place, undefined>): string {
  if (target.kind === 'unknown') {
    return `unknown, because ${target.reason}`;
  }
  const name = target.resource ? pathOf(topology, target.resource) : rendered(target.name);
  return target.kind === 'function' ? name : `${target.kind} ${name}`;
}

function pathOf(topology: Topology, resource: string): string {
  return topology.resources.get(resource)?.path?.replace(/\/Resource$/, '') ?? resource;
}
