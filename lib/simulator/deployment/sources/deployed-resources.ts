import { declaredResources, type Text, type Topology } from '../../../topology';
import type { Named } from '../../handles';
import type { DeployedTexts } from '../deployed-texts';
import type { StackEnvironment } from '../environment';

/** The properties of a resource as its service gets them. Nothing guarantees their shape. */
export type Properties = Readonly<Record<string, any>>;

/** A resource, after the deployment. */
export interface DeployedResource extends Named {
  readonly key: string;
  readonly arn: string;
  readonly environment: StackEnvironment;
  readonly properties: Properties;
}

/** Reads resources as CloudFormation passes them to their services. */
export class DeployedResources {
  /** A sentence for each property that is treated as not set, because the templates do not tell its value. */
  readonly unknowns: string[] = [];

  constructor(private readonly topology: Topology, private readonly texts: DeployedTexts) {}

  private readonly written = (text: Text) => this.texts.of(text);

  /** The resources of a type, with some of their properties. */
  of(type: string, ...names: readonly string[]): DeployedResource[] {
    return declaredResources(this.topology, type).map(({ origin: { key, logicalId, path }, properties }) => {
      const open = (place: string, reason: string) => {
        this.unknowns.push(`\`${place}\` of \`${key}\` is treated as not set, because the templates do not tell its value: ${reason}`);
      };
      return {
        key,
        logicalId,
        path,
        name: this.texts.of({ kind: 'reference', resource: key, attribute: 'Name' })!,
        arn: this.texts.of({ kind: 'reference', resource: key, attribute: 'Arn' })!,
        environment: this.texts.environmentOf(key),
        // Most are absent, and need not be read.
        properties: Object.fromEntries(names.filter(of => properties.has(of)).map(of => [of, properties.get(of).plain(this.written, open)])),
      };
    });
  }
}

/** An object that a template may also give as JSON text, e.g. a redrive policy. */
export function objectIn(value: unknown): Properties {
  if (typeof value === 'string') {
    try {
      return objectIn(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? value as Properties : {};
}

/** A list in which a template may leave out the brackets around a single item. */
export function listIn(value: unknown): readonly Properties[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as Properties];
}

/** A number, also if a template gives it as text. */
export function numberIn(value: unknown, standard: number): number {
  return value === undefined || !Number.isFinite(Number(value)) ? standard : Number(value);
}

/** Whether a switch is on, also if a template gives it as text. */
export function isOn(value: unknown): boolean {
  return String(value) === 'true';
}

/** Makes something when it is needed for the first time, so that what the simulator cannot play fails only those who need it. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
