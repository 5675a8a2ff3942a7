import { runCampaign } from './campaign.mjs';

export const name = 'a campaign flows from an article to a confirmed reading, figures moving live';
export const seconds_max = 300;

export const run = (tools) => runCampaign({ ...tools, options: {}, fresh: async () => {} });
