/** Our own line icons, 24 by 24. Decoration only: every use has words beside it. */
import { svg, type TemplateResult } from 'lit-html';
import { html } from 'lit-html';

const PATHS = {
  search: svg`<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500"/>`,
  dossier: svg`<path d="M6 3.500h8l4 4v13H6z"/><path d="M14 3.500v4h4M9 12h6M9 16h6"/>`,
  lookup: svg`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4"/><path d="M8 9v6M11 9v6M14 9v6M17 9v6"/>`,
  inbox: svg`<path d="M4 13 6.500 5h11L20 13v6H4z"/><path d="M4 13h5a3 3 0 0 0 6 0h5"/>`,
  person: svg`<circle cx="12" cy="8.500" r="3.500"/><path d="M5 20c.7-4 3.500-5.500 7-5.500s6.300 1.500 7 5.500"/>`,
  money: svg`<circle cx="12" cy="12" r="8.500"/><path d="M9 9.500h6M9 12h6M12 9.500v7"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5l3.500 2"/>`,
  place: svg`<path d="M12 21s6.500-6 6.500-11a6.500 6.500 0 0 0-13 0c0 5 6.500 11 6.500 11z"/><circle cx="12" cy="10" r="2.300"/>`,
  law: svg`<path d="M12 4v16M7 20h10M5 7h14M5 7l-2.500 6h5zM19 7l-2.500 6h5z"/>`,
  share: svg`<circle cx="6" cy="12" r="2.500"/><circle cx="17" cy="6" r="2.500"/><circle cx="17" cy="18" r="2.500"/><path d="m8.200 10.800 6.600-3.600M8.200 13.200l6.600 3.600"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  camera: svg`<path d="M4 8h3.500L9 5.500h6L16.500 8H20v11H4z"/><circle cx="12" cy="13" r="3.300"/>`,
  talk: svg`<path d="M4 5h16v11H11l-5 4v-4H4z"/>`,
  bell: svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 21h4"/>`,
  clip: svg`<path d="m8 12 5.500-5.500a3 3 0 0 1 4.200 4.200L10 18.400a4.700 4.700 0 0 1-6.600-6.600L11 4.200"/>`,
  up: svg`<path d="M7 10.500v9.500H4v-9.500zM7 10.500 11 3.500c1.500 0 2.500 1 2.300 2.500L12.800 9.500H19l1 1.200-1.700 8-1.300 1.300H7"/>`,
  down: svg`<path d="M17 13.500V4h3v9.500zM17 13.500l-4 7c-1.500 0-2.500-1-2.300-2.500l.5-3.500H5l-1-1.200 1.700-8L7 4h10"/>`,
  check: svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`,
};

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}

/** The mark of the app: an open door. */
export function door(): TemplateResult {
  return html`<svg class="door" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <path class="frame" d="M18 50V28a14 14 0 0 1 28 0v22M12 51.500h40" />
    <path class="leaf" d="M27 50V29.500L38 25v25z" />
  </svg>`;
}
