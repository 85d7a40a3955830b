/** A list that grows page by page; a page that does not come leaves what is there, and says why. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { trouble, type Trouble } from './api';
import { redraw } from './app';
import { t } from './i18n';
import { failure, load, type Loading } from './load';

interface Paged<T> {
  items: T[];
  nextCursor?: string;
}

export class Pages<T, P extends Paged<T> = Paged<T>> {
  readonly first: Loading<P>;
  private failed: Trouble | undefined;
  private asking = false;

  constructor(private readonly ask: (cursor?: string) => Promise<P>) {
    this.first = load(() => ask());
  }

  /** The button for more, and why more did not come. */
  more(): TemplateResult | typeof nothing {
    const now = this.first.now;
    return now.state !== 'there' || now.value.nextCursor === undefined
      ? nothing
      : html`${this.failed === undefined ? nothing : failure(this.failed)}<p class="more"><button ?disabled=${this.asking} @click=${() => void this.next()}>${t('more')}</button></p>`;
  }

  private async next(): Promise<void> {
    const before = this.first.now;
    if (this.asking || before.state !== 'there') {
      return;
    }
    this.asking = true;
    this.failed = undefined;
    redraw();
    try {
      const page = await this.ask(before.value.nextCursor);
      // Read anew meanwhile, it begins at its beginning.
      if (this.first.now === before) {
        this.first.now = { state: 'there', value: { ...before.value, ...page, items: [...before.value.items, ...page.items] } };
      }
    } catch (thrown) {
      this.failed = trouble(thrown);
    }
    this.asking = false;
    redraw();
  }
}
