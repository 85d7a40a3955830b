/** What is pushed: by kind, by agency, when, and how much of it shows on a locked phone. */
import type { NotificationPreferences } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { agencyName, agencyPicker } from '../core/agencies';
import { notifications } from '../core/api';
import { redraw } from '../core/app';
import { named, t } from '../core/i18n';
import { load, shown } from '../core/load';
import { toggle } from './controls';
import type { Working } from './settings';

const KINDS = ['DOSSIER_STATUS', 'DUE_SOON', 'OVERDUE', 'DUE_DATE_MOVED', 'RATING_INVITATION', 'FEEDBACK_STATUS', 'PROCEDURE_CHANGED', 'ANNOUNCEMENT'];
const NIGHT = { from: '22:00', to: '06:30', zone: 'Asia/Ho_Chi_Minh' };

export function pushes(working: Working): () => TemplateResult {
  const wishes = load(() => notifications.getNotificationPreferences());
  const names = new Map<string, string>();
  let picked: string | undefined;
  let picker = newPicker();
  let saving = Promise.resolve();

  function newPicker(): ReturnType<typeof agencyPicker> {
    picked = undefined;
    return agencyPicker('mute', undefined, (code) => (picked = code));
  }

  /** Shown at once and sent in turn: whoever taps two switches quickly means both. */
  function change(next: Partial<NotificationPreferences>): void {
    const now = wishes.now as { value: NotificationPreferences };
    wishes.now = { state: 'there', value: { ...now.value, ...next } };
    const { push, kinds, agencies, quietHours, lockScreen } = { ...now.value, ...next };
    saving = saving.then(() =>
      working(async () => {
        try {
          await notifications.putNotificationPreferences({ notificationPreferencesInput: { push, kinds, agencies, quietHours, lockScreen } });
        } catch (refused) {
          wishes.again();
          throw refused;
        }
        return t('settings.saved');
      }),
    );
    redraw();
  }

  function time(label: string, value: string, set: (value: string) => void): TemplateResult {
    return html`<label>${label} <input type="time" required .value=${value} @change=${(event: Event) => {
      const typed = (event.target as HTMLInputElement).value;
      if (typed !== '') {
        set(typed);
      }
    }} /></label>`;
  }

  function nameOf(code: string): string {
    if (!names.has(code)) {
      names.set(code, code);
      void agencyName(code).then((name) => {
        names.set(code, name);
        redraw();
      });
    }
    return names.get(code)!;
  }

  function agencies(value: NotificationPreferences): TemplateResult {
    const off = Object.keys(value.agencies).filter((code) => value.agencies[code] === false);
    const set = (code: string, on: boolean): void => change({ agencies: { ...value.agencies, [code]: on } });
    return html`<h3>${t('settings.agencies')}</h3><p class="fine">${t('settings.agenciesHelp')}</p>
      ${off.length === 0
        ? nothing
        : html`<ul class="rows withButtons">${off.map((code) => html`<li><span>${nameOf(code)}</span>
            <button aria-label="${t('settings.agencyOn')}: ${nameOf(code)}" @click=${() => set(code, true)}>${t('settings.agencyOn')}</button></li>`)}</ul>`}
      <details><summary>${t('settings.agencyAdd')}</summary>${picker()}
        <button ?disabled=${picked === undefined} @click=${() => {
          if (picked !== undefined) {
            set(picked, false);
            picker = newPicker();
          }
        }}>${t('settings.agencyOff')}</button></details>`;
  }

  function view(value: NotificationPreferences): TemplateResult {
    const quiet = value.quietHours;
    return html`<fieldset class="switches"><legend class="sr">${t('settings.push')}</legend>
      ${toggle(t('settings.pushAny'), value.push, (on) => change({ push: on }))}
      ${KINDS.map((kind) => toggle(named('kind', kind), value.kinds[kind] !== false, (on) => change({ kinds: { ...value.kinds, [kind]: on } }), !value.push))}
      ${toggle(t('settings.quiet'), quiet !== undefined, (on) => change({ quietHours: on ? NIGHT : undefined }), !value.push)}
      ${quiet === undefined
        ? nothing
        : html`<div class="hours">${time(t('settings.from'), quiet.from, (from) => change({ quietHours: { ...quiet, from } }))}
            ${time(t('settings.to'), quiet.to, (to) => change({ quietHours: { ...quiet, to } }))}</div><p class="fine">${t('settings.quietHelp')}</p>`}
      ${toggle(t('settings.lockScreen'), value.lockScreen === 'FULL', (on) => change({ lockScreen: on ? 'FULL' : 'NEUTRAL' }), !value.push)}
      <p class="fine">${t('settings.lockScreenHelp')}</p></fieldset>
      ${value.push ? agencies(value) : nothing}`;
  }

  return () => html`<section aria-labelledby="push"><h2 id="push">${t('settings.push')}</h2><p class="fine">${t('settings.pushHelp')}</p>${shown(wishes, view)}</section>`;
}
