import { breakIt, controls, result } from './break-it';
import { detail, heading } from './detail';
import { show } from './dom';
import { h, type PageElement } from './element';
import { choicesOf, EVERYTHING, filtered, type Filter } from './filter';
import { graph } from './graph';
import { functionList } from './list';
import { counted, headline, overview } from './summary';
import type { App, AppFunction } from '../model/app';
import { fatesOf, type Fate } from '../model/fate';
import { drawn, flowOf } from '../model/flow';
import { drawingOf, type Drawing } from '../model/layout';
import { fragmentOf, scenarioOf } from '../scenario/link';
import { BROKEN, withoutChanges, type Scenario } from '../scenario/scenario';
import { Stage } from '../scenario/stage';

/** The page of an app. It keeps what the reader has chosen, and shows it. */
export class Page {
  /** Shows an app. */
  static async open(root: HTMLElement, app: App, selected?: string): Promise<Page> {
    const stage = new Stage(app.topology);
    const page = new Page(root, app, stage, await fatesOf(app.functions, stage));
    page.frame();
    const scenario = scenarioOf(location.hash) ?? (selected === undefined ? undefined : { ...BROKEN, function: selected });
    page.draw();
    if (scenario && app.functions.some(({ id }) => id === scenario.function)) {
      page.select(scenario.function, scenario);
    }
    window.addEventListener('hashchange', () => page.follow());
    return page;
  }

  private filter: Filter = EVERYTHING;
  private selected: AppFunction | undefined;
  private scenario: Scenario | undefined;
  private drawing: Drawing | undefined;
  private zoom = 1;
  private plays = 0;

  private constructor(
    private readonly root: HTMLElement,
    private readonly app: App,
    private readonly stage: Stage,
    private readonly fates: ReadonlyMap<string, Fate>,
  ) {}

  private readonly choose = (id: string): void => {
    this.select(id);
    this.part('detail').scrollIntoView({ block: 'nearest' });
  };

  /** The parts of the page that stay. */
  private frame(): void {
    const { app } = this;
    const { stacks, callers } = choicesOf(app);
    const option = (value: string, words = value) => h('option', { value }, words);
    const filterBy = (name: keyof Filter) => (event: { target: { value: string } }) => {
      this.filter = { ...this.filter, [name]: event.target.value };
      this.draw();
    };
    show(
      this.root,
      h(
        'header', { class: 'top' },
        h('h1', {}, h('span', { class: 'kind' }, 'Asynchronous events of '), h('bdi', {}, app.title)),
        h(
          'form', { class: 'filters', role: 'search', onsubmit: (event: Event) => event.preventDefault() },
          h('input', { 'type': 'search', 'name': 'text', 'placeholder': 'Search functions, callers, queues…', 'aria-label': 'Search functions, callers and destinations', 'oninput': filterBy('text') }),
          stacks.length > 1 && h('select', { 'name': 'stack', 'aria-label': 'Stack', 'onchange': filterBy('stack') }, option('', 'All stacks'), ...stacks.map(stack => option(stack))),
          h('select', { 'name': 'state', 'aria-label': 'State', 'onchange': filterBy('state') }, option('', 'Any state'), option('lost', 'Loses events'), option('stored', 'Keeps events'), option('dropped', 'Drops events on purpose'), option('unknown', 'Unknown'), option('error', 'With errors'), option('warning', 'With warnings')),
          callers.length > 1 && h('select', { 'name': 'caller', 'aria-label': 'Kind of caller', 'onchange': filterBy('caller') }, option('', 'Any caller'), ...callers.map(([kind, words]) => option(kind, words))),
        ),
      ),
      headline(app.functions, this.fates, this.choose),
      h(
        'div', { class: 'columns' },
        h('nav', { 'aria-label': 'Functions' }, h('h2', { class: 'count', id: 'count' }), h('div', { id: 'list' })),
        h(
          'section', { 'class': 'map', 'aria-label': 'Map' },
          h('div', { class: 'tools' }, legend(), h('span', { class: 'zoom' }, this.button('−', 'Zoom out', () => this.zoomTo(this.zoom / 1.25)), this.button('fit', 'Fit the width', () => this.fit()), this.button('+', 'Zoom in', () => this.zoomTo(this.zoom * 1.25)))),
          h('div', { 'id': 'map', 'tabindex': 0, 'role': 'region', 'aria-label': 'Map of the ways, scrollable' }),
        ),
        h('aside', { 'id': 'detail', 'aria-label': 'Details' }, overview(app)),
      ),
    );
  }

  private button(words: string, label: string, act: () => void): PageElement {
    return h('button', { 'type': 'button', 'aria-label': label, 'title': label, 'onclick': act }, words);
  }

  /** Shows the functions that the filter lets through. */
  private draw(): void {
    const all = filtered(this.app.functions, this.fates, this.filter);
    const isAll = all.length === this.app.functions.length;
    this.part('count').textContent = isAll ? counted(all.length, 'function') : `${all.length} of ${counted(this.app.functions.length, 'function')}`;
    this.drawing = drawingOf(flowOf(this.app.topology, isAll ? drawn(this.app) : all, this.fates));
    this.list(all);
    this.map();
    this.fit();
  }

  private list(all = filtered(this.app.functions, this.fates, this.filter)): void {
    const rank = ({ id }: AppFunction) => this.fates.get(id)?.kind === 'lost' ? 0 : 1;
    show(this.part('list'), functionList([...all].sort((a, b) => rank(a) - rank(b)), this.fates, this.selected?.id, this.choose));
  }

  private map(): void {
    show(this.part('map'), graph(this.drawing!, { fates: this.fates, selected: this.selected?.id, select: this.choose }));
    this.zoomTo(this.zoom);
  }

  private fit(): void {
    const { clientWidth } = this.part('map');
    this.zoomTo(clientWidth === 0 ? 1 : Math.min(1.15, Math.max(0.62, clientWidth / this.drawing!.width)));
  }

  private zoomTo(zoom: number): void {
    this.zoom = Math.min(Math.max(zoom, 0.2), 3);
    const drawing = this.part('map').firstElementChild;
    drawing?.setAttribute('width', String(this.drawing!.width * this.zoom));
    drawing?.setAttribute('height', String(this.drawing!.height * this.zoom));
  }

  /** Shows a function and plays a scenario in it. */
  private select(id: string, scenario: Scenario = { ...BROKEN, function: id }): void {
    const fn = this.app.functions.find(each => each.id === id);
    if (!fn) {
      return;
    }
    this.selected = fn;
    this.scenario = scenario;
    const focused = document.activeElement?.closest<HTMLElement>('[data-id]');
    const place = focused && (focused.closest('#map') ? '#map' : '#list');
    this.list();
    this.map();
    show(
      this.part('detail'),
      heading(fn, this.fates.get(id)!, this.button('← Overview', 'Back to the overview', () => this.close())),
      ...detail(this.app, this.stage, fn, breakIt(this.form())),
    );
    if (place) {
      this.elementOf(place, id)?.focus();
    }
    this.elementOf('#map', id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    void this.play();
  }

  private elementOf(place: string, id: string): HTMLElement | undefined {
    return [...this.root.querySelectorAll<HTMLElement>(`${place} [data-id]`)].find(element => element.dataset.id === id);
  }

  private form(): PageElement {
    return h('div', { id: 'controls' }, controls(this.scenario!, this.stage.destinations, this.selected!, change => this.change(change)));
  }

  private change(change: Partial<Scenario>): void {
    // Another scenario ends at another time.
    this.scenario = { ...this.scenario!, ...'at' in change ? {} : { at: undefined }, ...change };
    void this.play('at' in change);
  }

  private async play(keepsFocus = false): Promise<void> {
    const { scenario, selected } = this;
    if (!scenario || !selected) {
      return;
    }
    this.plays += 1;
    const play = this.plays;
    history.replaceState(undefined, '', `#${fragmentOf(scenario)}`);
    const played = await this.stage.play(selected, scenario);
    const asDeclared = await this.stage.play(selected, withoutChanges(scenario));
    if (play !== this.plays) {
      return;
    }
    const wasOpen = this.root.querySelector<HTMLDetailsElement>('#result .record')?.open;
    show(this.part('result'), ...result(scenario, played, asDeclared, change => this.change(change)));
    if (wasOpen) {
      this.root.querySelector<HTMLDetailsElement>('#result .record')?.setAttribute('open', '');
    }
    if (keepsFocus) {
      this.root.querySelector<HTMLInputElement>('#result input[name=at]')?.focus();
    }
  }

  /** Goes where a link leads. */
  private follow(): void {
    const scenario = scenarioOf(location.hash);
    if (scenario && (!this.scenario || fragmentOf(scenario) !== fragmentOf(this.scenario))) {
      this.select(scenario.function, scenario);
    }
  }

  private close(): void {
    this.selected = undefined;
    this.scenario = undefined;
    history.replaceState(undefined, '', location.pathname + location.search);
    this.list();
    this.map();
    show(this.part('detail'), overview(this.app));
  }

  private part(id: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(`#${id}`)!;
  }
}

function legend(): PageElement {
  return h('ul', { class: 'map-legend' }, ...[['call', 'calls'], ['success', 'on success'], ['failure', 'on failure'], ['lost', 'lost']].map(([kind, words]) => h('li', { class: kind }, words)));
}
