import { campaign_visits, look } from './axe.mjs';

export const name = 'pages of readers, planners and leaders are accessible and fit a phone';
export const seconds_max = 600; // a guard against hanging, on a busy machine too

export const run = (tools) => look(tools, campaign_visits);
