/** Files to send along: from the camera or the phone's memory, looked at before they are taken. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { size } from '../core/format';
import { icon } from '../core/icons';
import type { DraftFile } from './draft';
import { f } from './words';

export const MOST_FILES = 5;
const LARGEST = 10 * 1_048_576;
const KINDS = 'image/jpeg,image/png,image/heic,application/pdf,.heic';
const HEIC = ['heic', 'heix', 'heim', 'heis', 'mif1'];

/** By its first bytes: what a file is called and what the browser thinks of it say little. */
async function kindOf(file: Blob): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (text.startsWith('\xff\xd8\xff')) {
    return 'image/jpeg';
  }
  if (text.startsWith('\x89PNG')) {
    return 'image/png';
  }
  if (text.startsWith('%PDF')) {
    return 'application/pdf';
  }
  return text.slice(4, 8) === 'ftyp' && HEIC.includes(text.slice(8, 12)) ? 'image/heic' : undefined;
}

/** Adds what can be sent, and says of the rest why not. */
export async function addFiles(chosen: Iterable<File>, to: DraftFile[], already = 0): Promise<string[]> {
  const refused: string[] = [];
  for (const file of chosen) {
    const name = file.name.slice(-200);
    if (to.length + already >= MOST_FILES) {
      refused.push(f('tooMany', { name }));
    } else if (file.size === 0) {
      refused.push(f('emptyFile', { name }));
    } else if (file.size > LARGEST) {
      refused.push(f('tooLarge', { name, size: size(file.size) }));
    } else {
      const type = await kindOf(file);
      if (type === undefined) {
        refused.push(f('wrongKind', { name }));
      } else {
        to.push({ name, type, blob: file });
      }
    }
  }
  return refused;
}

const pictures = new WeakMap<Blob, string>();

function picture(file: DraftFile): TemplateResult {
  if (file.type !== 'image/jpeg' && file.type !== 'image/png') {
    return html`<span class="thumb">${icon('dossier')}</span>`;
  }
  const address = pictures.get(file.blob) ?? URL.createObjectURL(file.blob);
  pictures.set(file.blob, address);
  return html`<img class="thumb" src=${address} alt="" />`;
}

export interface FilePart {
  files: DraftFile[];
  refused: string[];
  add: (chosen: File[]) => void;
  drop: (file: DraftFile) => void;
}

export function filePart(part: FilePart): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    part.add([...(input.files ?? [])]);
    input.value = '';
  };
  return html`<fieldset class="files"><legend>${f('files')}</legend>
    <p class="fine" id="files-help">${f('filesHelp')}</p>
    ${part.files.length === 0
      ? nothing
      : html`<ul>${part.files.map((file) => html`<li>${picture(file)}<span>${file.name}<small>${size(file.blob.size)}</small></span>
          <button type="button" class="quiet" aria-label=${f('dropFile', { name: file.name })} @click=${() => forget(part, file)}>${f('drop')}</button></li>`)}</ul>`}
    <div role="status">${part.refused.map((why) => html`<p class="notice bad">${why}</p>`)}</div>
    ${part.files.length >= MOST_FILES
      ? nothing
      : html`<div class="picks">
          <label class="pick">${icon('camera')} ${f('camera')}<input class="sr" type="file" accept="image/*" capture="environment" aria-describedby="files-help" @change=${chosen} /></label>
          <label class="pick">${icon('clip')} ${f('choose')}<input id="files" class="sr" type="file" accept=${KINDS} multiple aria-describedby="files-help" @change=${chosen} /></label>
        </div>`}
  </fieldset>`;
}

function forget(part: FilePart, file: DraftFile): void {
  const address = pictures.get(file.blob);
  if (address !== undefined) {
    URL.revokeObjectURL(address);
    pictures.delete(file.blob);
  }
  part.drop(file);
}
