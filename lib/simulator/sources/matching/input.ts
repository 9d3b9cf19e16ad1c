import type { BusEvent } from '../bus/bus-event';
export function ruleInput(t: any): (event: BusEvent, ingestedAt: number) => string { return event => t.input ?? event.text; }
export function schedulerInput(input: string, _: any): string { return input; }
