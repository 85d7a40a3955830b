/** A page of the registry as the router wants it: the way there shows that something comes, or why not. */
import { html, type TemplateResult } from 'lit-html';
import { redraw, type Opener, type Page, type Route } from '../core/app';
import { trouble, type Trouble } from '../core/api';
import { locale, t } from '../core/i18n';
import { failure } from '../core/load';
import type { ConsolePage } from './pages';

export function titleOf(page: ConsolePage): string {
  return page.title[locale() === 'en' ? 1 : 0];
}

export function routeOf(page: ConsolePage): Route {
  const parts = page.path.split('/').map((part) => (part.startsWith(':') ? '([^/]+)' : part));
  return [new RegExp(`^${parts.join('/')}$`), lazily(page)];
}

function lazily(page: ConsolePage): Opener {
  return (match, address) => {
    let there: Page | undefined;
    let failed: Trouble | undefined;
    let closed = false;

    function fetchIt(): void {
      failed = undefined;
      page.load().then(
        (open) => {
          if (!closed) {
            const focused = document.activeElement?.matches('main h1') ?? false;
            there = open(match, address);
            redraw();
            if (focused) {
              queueMicrotask(() => document.querySelector<HTMLElement>('main h1')?.focus());
            }
          }
        },
        (thrown: unknown) => {
          failed = trouble(thrown);
          redraw();
        },
      );
    }

    function waiting(): TemplateResult {
      return html`<h1 tabindex="-1">${titleOf(page)}</h1>${failed === undefined
        ? html`<div class="waiting" role="status"><span class="sr">${t('loading')}</span><i></i><i></i></div>`
        : failure(failed, () => (fetchIt(), redraw()))}`;
    }

    fetchIt();
    return {
      title: () => there?.title() ?? titleOf(page),
      view: () => there?.view() ?? waiting(),
      keeps: () => there?.keeps?.() ?? false,
      close: () => {
        closed = true;
        there?.close?.();
      },
    };
  };
}

/** Whether this page, or one below it, is the one shown. */
export function isHere(page: ConsolePage): boolean {
  return location.pathname === page.path || (page.path !== '/agency' && location.pathname.startsWith(`${page.path}/`));
}

