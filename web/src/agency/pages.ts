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
  { path: '/agency/comments', title: ['Người dân viết gì', 'What people wrote'], role: 'officer', load: async () => (await import('./comments')).comments },
  { path: '/agency/quarantine', title: ['Đánh giá để riêng', 'Ratings set apart'], role: 'officer', load: async () => (await import('./quarantine')).quarantine },
  { path: '/agency/quality', title: ['Chỉ số phục vụ (766)', 'Service index (766)'], role: 'officer', load: async () => (await import('./quality')).quality },
  { path: '/agency/quality/dossiers', title: ['Hồ sơ đằng sau con số', 'Dossiers behind a number'], role: 'officer', hidden: true, load: async () => (await import('./quality-dossiers')).qualityDossiers },
  { path: '/agency/quality/feedback', title: ['Phản ánh đằng sau con số', 'Feedback behind a number'], role: 'officer', hidden: true, load: async () => (await import('./quality-feedback')).qualityFeedback },
  { path: '/agency/queue', title: ['Hồ sơ đang chờ', 'Dossier queue'], role: 'officer', load: async () => (await import('./queue')).queue },
  { path: '/agency/dossiers/:code', title: ['Hồ sơ', 'Dossier'], role: 'officer', hidden: true, load: async () => (await import('./dossier')).dossier },
  { path: '/agency/returns', title: ['Trả lại không lý do', 'Unexplained returns'], role: 'officer', load: async () => (await import('./returns')).returns },
  { path: '/agency/feedback', title: ['Phản ánh, kiến nghị', 'Feedback'], role: 'officer', load: async () => (await import('./feedback')).feedback },
  { path: '/agency/feedback/figures', title: ['Số liệu phản ánh', 'Figures of feedback'], role: 'officer', hidden: true, load: async () => (await import('./feedback-figures')).feedbackFigures },
  { path: '/agency/feedback/:code', title: ['Phản ánh', 'Feedback'], role: 'officer', hidden: true, load: async () => (await import('./feedback-case')).feedbackCase },
  { path: '/agency/reports', title: ['Báo cáo định kỳ', 'Periodic reports'], role: 'officer', load: async () => (await import('./reports')).reports },
  { path: '/agency/reports/:id', title: ['Báo cáo đã phát hành', 'Issued report'], role: 'officer', hidden: true, load: async () => (await import('./report-issue')).reportIssue },
];
