// What is counted in a golden ledger.
import { must } from '../kit/program.mjs';

const lines = (text) => text.trim().split('\n');

export async function figuresOf(data) {
  return {
    head: (await must('ledger', 'head', '--data', data)).out.trim(),
    coverage: lines((await must('coverage', '--data', data)).out),
    figures: lines((await must('report', 'recompute', '--data', data)).out),
  };
}
