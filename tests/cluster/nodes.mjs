// Officers and staff at work on several nodes at once, as behind a balancer: each stays with one
// node while it answers, and takes what was not answered to the next, with the same form key.
import { Load } from '../crash/load.mjs';

const answer_ms_max = 60_000;

export class NodesLoad extends Load {
  constructor(book, random) {
    super(book, random);
    this.nodes = []; // running servers
    this.longest_ms = 0; // from the first sending of an action to its answer
  }

  urlOf(visitor) {
    visitor.node ??= this.random.below(this.nodes.length);
    return this.nodes[visitor.node % this.nodes.length].url;
  }

  async work(_, visitor, next) {
    while (!this.halted) {
      const wanted = next();
      if (!wanted) {
        await this.pause(20);
        continue;
      }
      await this.finish(this.act(visitor, wanted));
      await this.pause(this.random.below(12));
    }
  }

  // Until it is acknowledged, on whichever node answers.
  async finish(action) {
    const began = Date.now();
    while (!(await this.carry(this.urlOf(action.visitor), action))) {
      if (this.faults.length > 0) return;
      if (Date.now() - began > answer_ms_max) throw new Error(`${action.mark} is never answered`);
      action.visitor.node += 1;
      await this.pause(50);
    }
    this.longest_ms = Math.max(this.longest_ms, Date.now() - began);
  }
}
