/** What the console alone calls; the citizen's app does not carry it. */
import { FeedbackApi, ReferenceApi, ReportsApi } from 'client';
import { configuration } from '../core/api';

export const feedback = new FeedbackApi(configuration);
export const reference = new ReferenceApi(configuration);
export const reports = new ReportsApi(configuration);
