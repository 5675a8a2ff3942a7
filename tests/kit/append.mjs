// Facts put behind the last one by hand, in a chain that is right: what a newer version might have
// written, or somebody who can write into the database.
import { sqlite } from './program.mjs';
import { nextChain } from './export.mjs';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// `body`: the JSON as it is to stand there.
export async function append(file, facts, actor = 'courier/clock') {
  const rows = await sqlite(
    file,
    `.mode json
     SELECT seq, at, hex(chain) AS chain FROM facts ORDER BY seq DESC LIMIT 1;`,
  );
  let [{ seq, at, chain }] = JSON.parse(rows);
  chain = Buffer.from(chain, 'hex');
  for (const { kind, subject, body } of facts) {
    chain = nextChain(chain, { seq: ++seq, at_ms: at, actor, kind, subject, bodyText: body });
    await sqlite(
      file,
      `INSERT INTO facts VALUES (${seq}, ${at}, ${quoted(actor)}, ${quoted(kind)},
         ${quoted(subject)}, ${quoted(body)}, x'${chain.toString('hex')}')`,
    );
  }
}
