/** The pages of the console, in the order of the menu. Each is fetched when it is opened first. */
import type { Opener } from '../core/app';

export interface ConsolePage {
  /** A part that begins with a colon stands for anything. */
  path: string;
  title: [vi: string, en: string];
  role: 'officer' | 'admin';
  /** Reached from another page of the list only. */
  hidden?: boolean;
  load: () => Promise<Opener>;
}

export const PAGES: ConsolePage[] = [
  { path: '/agency', title: ['Điểm hài lòng', 'Satisfaction'], role: 'officer', load: async () => (await import('./scores')).scores },
  { path: '/agency/queue', title: ['Hồ sơ đang chờ', 'Dossier queue'], role: 'officer', load: async () => (await import('./queue')).queue },
];
