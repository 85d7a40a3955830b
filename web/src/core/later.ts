/** Pages whose script comes when they are first opened. */
import { html, nothing } from 'lit-html';
import { Trouble } from './api';
import { redraw, type Opener, type Page } from './app';
import { t } from './i18n';
import { load, shown } from './load';

/** @param title what the page is called while its script is on the way */
export function later(title: () => string, ask: () => Promise<Opener>): Opener {
  return (match, address) => {
    let page: Page | undefined;
    let left = false;
    const coming = load(async () => {
      const open = await ask().catch(() => {
        throw new Trouble(0, t('trouble.offline'));
      });
      if (!left) {
        const atHeading = document.activeElement?.matches('main h1') ?? false;
        page = open(match, address);
        if (atHeading) {
          // The heading is another one now.
          redraw();
          setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus());
        }
      }
    });
    return {
      title: () => page?.title() ?? title(),
      close: () => {
        left = true;
        page?.close?.();
      },
      keeps: () => page?.keeps?.() ?? false,
      view: () => page?.view() ?? html`<h1 tabindex="-1">${title()}</h1>${shown(coming, () => nothing)}`,
    };
  };
}
