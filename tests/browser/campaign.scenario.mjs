import { runCampaign } from './campaign.mjs';

export const name = 'a campaign flows from an article to a confirmed reading, figures moving live';
export const seconds_max = 300;

export async function run(tools) {
  await runCampaign({ ...tools, options: {}, fresh: async () => {} });
  const page = await tools.open('/bai');
  await page.getByRole('link', { name: /^Hà Nội thí điểm/ }).click();
  await page.waitForURL(/\/bai\/1-/);
  await tools.shot(page, 'docs/screenshot.png');
}
