/** Pages, the address, and drawing: the whole frame of both faces. */
import { render, type TemplateResult } from 'lit-html';

export interface Page {
  title: () => string;
  view: () => TemplateResult;
  close?: () => void;
  /** Whether it holds what opening it anew would lose. */
  keeps?: () => boolean;
}
export type Opener = (match: RegExpMatchArray, address: URL) => Page;
export type Route = [RegExp, Opener];

let routes: Route[] = [];
let frame: (page: Page) => TemplateResult;
let page: Page | undefined;
let waiting = false;
let shown = '';

/** Draws again, once, however often it is asked before the next frame. */
export function redraw(): void {
  if (!waiting) {
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      draw();
    });
  }
}

function draw(): void {
  if (page !== undefined) {
    document.title = `${page.title()} · Một Cửa`;
    render(frame(page), document.getElementById('app')!);
  }
}

export function path(): string {
  return location.pathname + location.search + location.hash;
}

/** Goes to a page of this face without loading anew. */
export function go(target: string, replace = false): void {
  if (target !== path()) {
    history[replace ? 'replaceState' : 'pushState']({}, '', target);
  }
  show();
}

function show(): void {
  const address = new URL(location.href);
  const place = address.pathname + address.search + address.hash;
  if (place === shown) {
    redraw();
    return;
  }
  // At the first drawing the focus stays where the browser put it: the first Tab reaches the skip link.
  const stay = page === undefined || shown.split(/[?#]/)[0] === address.pathname;
  open(address, stay);
}

/** @param stay whether the focus and the place in the page stay as they are */
function open(address: URL, stay: boolean): void {
  const held = document.activeElement !== document.body;
  shown = path();
  page?.close?.();
  for (const [pattern, opener] of routes) {
    const match = address.pathname.match(pattern);
    if (match !== null) {
      page = opener(match, address);
      break;
    }
  }
  draw();
  if (!stay) {
    scrollTo(0, 0);
  }
  // Screen readers and the keyboard begin at the new page's heading, also when what had the focus is gone.
  if (!stay || (held && document.activeElement === document.body)) {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: stay });
  }
}

/** Draws, then goes on at this place: what had the focus may be gone. */
export function focus(place = 'main h1'): void {
  redraw();
  queueMicrotask(() => document.querySelector<HTMLElement>(place)?.focus());
}

/** Opens the same address anew, for instance after signing in. */
export function reopen(): void {
  open(new URL(location.href), true);
}

/** After the language changed: what the service said is asked for anew, unless the page would lose something by it. */
export function translate(): void {
  if (page?.keeps?.()) {
    redraw();
  } else {
    reopen();
  }
}

function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented;
  if (!link || !plain || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) {
    return;
  }
  if (routes.some(([pattern]) => pattern.test(link.pathname) && pattern.source !== '^')) {
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  }
}

export function start(itsRoutes: Route[], itsFrame: (page: Page) => TemplateResult): void {
  routes = itsRoutes;
  frame = itsFrame;
  document.getElementById('app')!.replaceChildren();
  document.addEventListener('click', followLink);
  addEventListener('popstate', show);
  show();
  performance.mark('usable');
}
