// The command line as an auditor and a clumsy user meet it: reading, the ledger's proofs, the key
// file, a first start, and what is said when something is wrong. Everything is compared with what
// this suite works out by itself from bytes, from SQLite, or from the export.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Suite } from '../kit/report.mjs';
import { folder, must, root } from '../kit/program.mjs';
import { checkApi } from './api.mjs';
import { checkBackup } from './backup.mjs';
import { checkBehindProxy } from './behind_proxy.mjs';
import { checkCopy } from './copy.mjs';
import { checkDamaged } from './damaged.mjs';
import { checkExport, checkPrivacy } from './export.mjs';
import { checkFigures } from './figures.mjs';
import { checkGolden } from './golden.mjs';
import { checkInit } from './init.mjs';
import { checkKeyFile } from './key_file.mjs';
import { checkLedger } from './ledger.mjs';
import { checkMailFolder } from './mail_folder.mjs';
import { checkProof } from './proof.mjs';
import { checkMetrics } from './metrics.mjs';
import { checkOverload } from './overload.mjs';
import { checkReading } from './reading.mjs';
import { checkStopping } from './stopping.mjs';
import { checkSweep } from './sweep.mjs';
import { checkWebPages } from './webpages.mjs';
import { checkWords } from './words.mjs';

const suite = new Suite();
const place = await folder('lantoa-cli-');
try {
  await suite.check('a tree can be built without its tests, as for a first demonstration', () =>
    promisify(execFile)(
      'cmake',
      ['--preset', 'release', '-B', `${place.path}/without-tests`, '-DLANTOA_TESTS=OFF'],
      { cwd: root },
    ),
  );
  await checkReading(suite, place.path);
  await checkInit(suite, place.path);
  const data = `${place.path}/demo`;
  const small = ['--persons', '700', '--days', '3'];
  await suite.check('demo --load-only loads and ends', () =>
    must('demo', '--data', data, '--load-only', ...small),
  );
  await checkLedger(suite, place.path, data);
  await checkBackup(suite, place.path, data);
  await checkSweep(suite, place.path, data);
  await checkCopy(suite, place.path, data);
  await checkDamaged(suite, place.path, data);
  await checkGolden(suite, place.path);
  await checkMailFolder(suite, place.path, data);
  await checkBehindProxy(suite, place.path, data);
  await checkMetrics(suite, place.path, data);
  await checkOverload(suite, place.path, data);
  await checkStopping(suite, place.path, data);
  await checkExport(suite, place.path, data);
  await checkFigures(suite, place.path, data);
  await checkProof(suite, place.path, data);
  await checkPrivacy(suite, place.path, data);
  await checkKeyFile(suite, place.path, data);
  await checkApi(suite, place.path, data);
  await checkWebPages(suite, place.path, data);
  await checkWords(suite, place.path, data);
} catch (error) {
  await suite.check('the suite itself', () => {
    throw error;
  });
} finally {
  await place.remove();
}
suite.close();
