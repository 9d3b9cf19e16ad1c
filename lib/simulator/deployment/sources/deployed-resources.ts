import { declaredResources, type DeclaredResource, type Topology } from '../../../topology';
import type { Named } from '../../handles';
import { remembered } from '../../remembered';
import type { DeployedTexts } from '../deployed-texts';
import type { StackEnvironment } from '../environment';

/** The properties of a resource as its service gets them. Nothing guarantees their shape. */
export type Properties = Readonly<Record<string, any>>;

/** A resource, after the deployment. Each part is read when it is asked for: most rules of an app are never triggered. */
export class DeployedResource implements Named {
  private all?: Properties;
  private readonly read = new Map<string, { readonly value: any; readonly unknowns: readonly string[] }>();

  /** @param played the names of the properties that are played */
  constructor(private readonly declared: DeclaredResource, private readonly played: readonly string[], private readonly texts: DeployedTexts) {}

  get key(): string {
    return this.declared.origin.key;
  }

  get logicalId(): string {
    return this.declared.origin.logicalId;
  }

  get path(): string | undefined {
    return this.declared.origin.path;
  }

  get name(): string {
    return this.texts.of({ kind: 'reference', resource: this.key, attribute: 'Name' })!;
  }

  get arn(): string {
    return this.texts.of({ kind: 'reference', resource: this.key, attribute: 'Arn' })!;
  }

  /** Its names, as the settings of its service have them. */
  get names() {
    const { key, logicalId, path, name, arn } = this;
    return { key, logicalId, path, name, arn };
  }

  get environment(): StackEnvironment {
    return this.texts.environmentOf(this.key);
  }

  /** All of its properties that are played. */
  get properties(): Properties {
    return this.all ??= Object.fromEntries(this.present.map(property => [property, this.property(property)]));
  }

  /** One of its properties, without reading the others. */
  property(property: string): any {
    return this.declared.properties.has(property) ? this.reading(property).value : undefined;
  }

  /** A sentence for each property that is treated as not set, because the templates do not tell its value. */
  get unknowns(): string[] {
    return this.present.flatMap(property => this.reading(property).unknowns);
  }

  private get present(): string[] {
    return this.played.filter(property => this.declared.properties.has(property));
  }

  private reading(property: string) {
    return remembered(this.read, property, () => {
      const unknowns: string[] = [];
      const value = this.declared.properties.get(property).plain(text => this.texts.of(text), (place, reason) => {
        unknowns.push(`\`${place}\` of \`${this.key}\` is treated as not set, because the templates do not tell its value: ${reason}`);
      });
      return { value, unknowns };
    });
  }
}

/** Finds resources as CloudFormation passes them to their services. */
export class DeployedResources {
  private readonly found: DeployedResource[] = [];

  constructor(private readonly topology: Topology, private readonly texts: DeployedTexts) {}

  /** A sentence for each property that is treated as not set, in the order in which the resources were asked for. */
  get unknowns(): string[] {
    return this.found.flatMap(({ unknowns }) => unknowns);
  }

  /**
   * The resources of a type.
   *
   * @param played the names of the properties that are played
   */
  of(type: string, ...played: readonly string[]): DeployedResource[] {
    const resources = declaredResources(this.topology, type).map(declared => new DeployedResource(declared, played, this.texts));
    resources.forEach(resource => this.found.push(resource));
    return resources;
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
