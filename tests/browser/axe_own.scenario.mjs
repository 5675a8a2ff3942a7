import { look, lookInTheDark, own_visits } from './axe.mjs';

export const name = 'pages of units, auditors and administrators, and the dark, are accessible too';
export const seconds_max = 600; // a guard against hanging, on a busy machine too

export async function run(tools) {
  await look(tools, own_visits);
  await lookInTheDark(tools);
}
