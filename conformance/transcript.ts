/** What the services answered in one story, without what differs from run to run. */
export class Transcript {
  readonly lines: Array<{ readonly what: string; readonly answer: unknown }> = [];

  constructor(private readonly place: { readonly account: string; readonly region: string; readonly stack: string }) {}

  note(what: string, answer: object): void {
    this.lines.push({ what, answer: this.without(answer) });
  }

  private without(value: unknown, key = ''): unknown {
    if (value instanceof Date || /^(timestamp|time|LastModified)$/.test(key)) {
      return '<time>';
    }
    if (value instanceof Uint8Array) {
      return Buffer.from(value).toString();
    }
    if (typeof value === 'string') {
      return this.text(value);
    }
    if (Array.isArray(value)) {
      return value.map(each => this.without(each));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    // The stack trace has the paths of the runtime.
    const members = Object.entries(value).filter(([name, member]) => member !== undefined && !['$metadata', 'trace'].includes(name));
    return Object.fromEntries(members.sort(([one], [other]) => one < other ? -1 : 1).map(([name, member]) => [name, this.without(member, name)]));
  }

  private text(value: string): string {
    const { account, region, stack } = this.place;
    return value
      .replaceAll(account, '<account>')
      .replaceAll(region, '<region>')
      .replaceAll(stack, '<stack>')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
      .replaceAll(/\d{4}-?\d\d-?\d\dT\d\d[:.]?\d\d[:.]?\d\d(\.\d+)?Z?/g, '<time>')
      .replaceAll(/\d{4}\/\d\d\/\d\d/g, '<date>');
  }
}
