// Searching 10,000 articles of about 400 words, in process. Against the library alone, which finds the
// same ten entries by the same words but marks nothing, cuts no snippets and counts no facets
// (src/platform/search/index_bench.cc; both find as many, or the program ends); and what the search
// page asks for besides, with 1,000 documents (src/city/search/search_bench.cc).
import { googleBenchmark } from './kit.mjs';

const words = [1, 2, 4];

const milliseconds = (runs) => runs.map((run) => run.real_time);

export async function search({ gate, rows }) {
  await gate.wait();
  const both = await googleBenchmark('index_bench');
  for (const count of words) {
    rows.add({
      part: 'search',
      what: `10,000 articles, ${count} word${count > 1 ? 's' : ''}: hits, marks, snippets, counts`,
      unit: 'ms',
      better: 'less',
      ours: milliseconds(both[`ours/${count}`]),
      peer: milliseconds(both[`plain/${count}`]),
      peer_name: 'Xapian, ten titles only',
      recount: 'both find as many, 50 queries',
    });
  }
  await gate.wait();
  const page = await googleBenchmark('search_bench', {
    args: ['--benchmark_filter=without_marks|phrase|number|complete', '--benchmark_min_time=0.2'],
  });
  for (const [name, what] of [
    ['without_marks', '2 words typed without marks'],
    ['phrase', 'a phrase of 3 words'],
    ['number', 'the number of a document'],
    ['complete', 'suggestions for a begun word'],
  ]) {
    rows.add({
      part: 'search',
      what: `  and 1,000 documents: ${what}`,
      unit: 'ms',
      ours: milliseconds(page[name]),
      recount: 'a scan of the texts finds as many',
    });
  }
}
