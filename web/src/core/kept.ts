/** Small things that this browser remembers for its person; nothing of it says who the person is. */
function read<T>(key: string, otherwise: T): T {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value));
}

export interface Seen {
  code: string;
  name: string;
}

export function recent(): Seen[] {
  return read<Seen[]>('recent', []);
}

export function remember(seen: Seen): void {
  write('recent', [seen, ...recent().filter((other) => other.code !== seen.code)].slice(0, 6));
}

export function forgetRecent(): void {
  localStorage.removeItem('recent');
}

/** Papers ticked off on a procedure's list, by name of case and paper. */
export function ticks(code: string): string[] {
  return read<string[]>(`ticks:${code}`, []);
}

export function tick(code: string, paper: string, on: boolean): void {
  const others = ticks(code).filter((other) => other !== paper);
  write(`ticks:${code}`, on ? [...others, paper] : others);
}

/** What was being typed, in this tab only, so that signing in anew loses nothing. */
export function draft<T>(name: string): T | undefined {
  const kept = sessionStorage.getItem(`draft:${name}`);
  return kept === null ? undefined : (JSON.parse(kept) as T);
}

export function keepDraft(name: string, value: unknown): void {
  sessionStorage.setItem(`draft:${name}`, JSON.stringify(value));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(`draft:${name}`);
}

/** What this tab holds of anybody's answers and notes. */
export function dropDrafts(): void {
  Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')).forEach((key) => sessionStorage.removeItem(key));
}

export type Theme = 'auto' | 'light' | 'dark';

export function theme(): Theme {
  return read<Theme>('theme', 'auto');
}

export function setTheme(next: Theme): void {
  write('theme', next);
  applyTheme();
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = theme();
}
