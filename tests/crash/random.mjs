// A small generator of pseudo-random numbers, so that a run can be repeated from its seed as far as
// the operating system's timing lets it.
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  below(n) {
    return this.next() % n;
  }

  pick(list) {
    return list.length > 0 ? list[this.below(list.length)] : undefined;
  }
}
