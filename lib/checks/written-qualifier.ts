import type { Place } from './finding';
import { named, nameOf } from './names';
import { ALIAS_NAME } from '../constraints/aws-lambda/alias';
import { ARN_AS_QUALIFIER, CONFIG_QUALIFIER, QUALIFIER_CONFLICT, QUALIFIER_MISSING } from '../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../constraints/aws-lambda/identifiers';
import { quoted, violation } from '../constraints/violation';
import { known, partsOf, rendered, sameText, type EventInvokeConfig, type Reference, type Text, type Topology } from '../topology';

type Written = Pick<Place, 'value' | 'remedy' | 'rule'>;

/** What is wrong with the qualifier of a config, whatever aliases and versions the function has; undefined if it may be right. */
export function miswritten(topology: Topology, config: EventInvokeConfig): Written | undefined {
  const { qualifier, type } = config;
  if (qualifier === undefined) {
    return type === 'AWS::Lambda::EventInvokeConfig' ? { value: 'nothing', rule: QUALIFIER_MISSING } : undefined;
  }
  const otherForm = ofOtherForm(topology, qualifier);
  return otherForm ? { ...otherForm, rule: CONFIG_QUALIFIER.rule } : conflict(topology, config, qualifier);
}

function ofOtherForm(topology: Topology, qualifier: Text): Written | undefined {
  if (qualifier.kind === 'reference') {
    const { resource, attribute } = qualifier;
    const isPublished = topology.aliases.has(resource) || topology.versions.has(resource);
    return attribute === 'Arn' ? { value: `the ARN of ${nameOf(topology, resource)}`, remedy: isPublished ? ARN_AS_QUALIFIER : undefined } : undefined;
  }
  if (qualifier.kind === 'composed') {
    // No qualifier has a colon or slash, whatever the deployment puts into the rest.
    return partsOf(qualifier).some(part => typeof part === 'string' && /[:/]/.test(part)) ? { value: quoted(rendered(qualifier)) } : undefined;
  }
  const name = known(qualifier);
  return name === undefined || name === LATEST || !violation(CONFIG_QUALIFIER, name) ? undefined : { value: quoted(name) };
}

function conflict(topology: Topology, { function: fn }: EventInvokeConfig, qualifier: Text): Written | undefined {
  if (fn.kind === 'unknown' || !fn.qualified || !differ(topology, fn.qualifier, qualifier)) {
    return undefined;
  }
  const name = qualifier.kind === 'reference' ? nameOf(topology, qualifier.resource) : quoted(known(qualifier));
  return { value: `${name} for ${named(topology, fn)}`, rule: QUALIFIER_CONFLICT };
}

/** Whether two qualifiers certainly differ. */
function differ(topology: Topology, one: Text, other: Text): boolean {
  if (one.kind === 'reference' && other.kind === 'reference') {
    return isAlias(topology, one) !== isAlias(topology, other) && isQualifier(one) && isQualifier(other);
  }
  return sameText(one, other) === false || isNever(topology, one, other) || isNever(topology, other, one);
}

/** Whether a text is none that the number of a version, or the name of an alias, can be. */
function isNever(topology: Topology, reference: Text, text: Text): boolean {
  const name = known(text);
  if (reference.kind !== 'reference' || !isQualifier(reference) || name === undefined) {
    return false;
  }
  return isAlias(topology, reference) ? violation(ALIAS_NAME, name) !== undefined : !/^[0-9]+$/.test(name);
}

function isAlias({ aliases }: Topology, { resource }: Reference): boolean {
  return aliases.has(resource);
}

/** Whether a reference yields the number of a version or the name of an alias. */
function isQualifier({ attribute }: Reference): boolean {
  return attribute === 'Version' || attribute === 'Name';
}
