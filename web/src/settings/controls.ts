/** The two controls of the settings: one of several, and on or off. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';

export function choice(name: string, label: string, options: [string, string][], now: string, set: (value: string) => void): TemplateResult {
  return html`<fieldset class="choice"><legend>${label}</legend>${options.map(
    ([value, words]) => html`<label><input type="radio" name=${name} .checked=${value === now} @change=${() => (set(value), redraw())} /><span lang=${name === 'locale' ? value : nothing}>${words}</span></label>`,
  )}</fieldset>`;
}

export function toggle(label: string, on: boolean, set: (on: boolean) => void, disabled = false): TemplateResult {
  return html`<label class="switch"><span>${label}</span><input type="checkbox" role="switch" .checked=${on} ?disabled=${disabled} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} /></label>`;
}
