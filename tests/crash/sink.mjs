// The mail server of officers at work: it thinks for a moment before it says that it took a
// message, and now and then it is too busy.
import { MailServer } from '../kit/mail_server.mjs';

const refusals_permille = 15;

export class Sink extends MailServer {
  constructor(random) {
    super((step) => (step === '.' ? this.answer() : null));
    this.random = random;
    this.delay_ms_max = 25;
  }

  answer() {
    if (this.random.below(1000) < refusals_permille) return { say: '451 later' };
    return { after_ms: this.random.below(this.delay_ms_max + 1) };
  }
}
