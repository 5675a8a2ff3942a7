import { runCampaign } from './campaign.mjs';

export const name = 'the same campaign without script, loading pages again';
export const seconds_max = 300;

export const run = (tools) =>
  runCampaign({
    ...tools,
    options: { javaScriptEnabled: false },
    fresh: (page) => page.reload(),
    check: async () => {}, // axe itself is script; the pages are the same
  });
