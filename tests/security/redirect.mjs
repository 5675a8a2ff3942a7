// QS15: no form of "go on there afterwards" leads off the site: not by the language, not by signing
// in, not by an address that asks for signing in first.
import { ask, Findings, post, signIn } from './site.mjs';
import { unescape } from './pages.mjs';

const evil = 'khac.example';
const own_page = '/van-ban?q=a';
// No text has U+0000: a form with it is refused as a whole, whatever its other fields say.
const no_text = 422;

// 100 ways to write another site where a path is expected.
export function forms() {
  const plain = [
    `//${evil}`,
    `///${evil}`,
    `////${evil}`,
    `//${evil}/%2f..`,
    `//${evil}//`,
    `//${evil}@127.0.0.1`,
    `/\\${evil}`,
    `\\\\${evil}`,
    `\\/${evil}`,
    `/\\/${evil}`,
    `//\\${evil}`,
    `/\\\\${evil}`,
    `http://${evil}`,
    `https://${evil}`,
    `HTTPS://${evil}`,
    `http:${evil}`,
    `https:${evil}`,
    `http:/${evil}`,
    `https:/\\${evil}`,
    `http:\\\\${evil}`,
    `https:///${evil}`,
    `ftp://${evil}`,
    `http://127.0.0.1@${evil}`,
    `http://127.0.0.1.${evil}`,
    `https://${evil}?127.0.0.1`,
    `https://${evil}#127.0.0.1`,
    `javascript:alert(1)`,
    `JaVaScRiPt:alert(1)`,
    `javascript://%0aalert(1)`,
    `data:text/html,<script>alert(1)</script>`,
    `vbscript:msgbox(1)`,
    `mailto:a@${evil}`,
    `${evil}`,
    `.${evil}`,
    `@${evil}`,
    `:80//${evil}`,
    `;//${evil}`,
    `?//${evil}`,
    `#//${evil}`,
    `./\\${evil}`,
    `../..//${evil}`,
    `/..//${evil}`,
    `/./\\${evil}`,
    `/%5c${evil}`,
    `/%2f${evil}`,
    `/%2F%2F${evil}`,
    `%2f%2f${evil}`,
    `%5c%5c${evil}`,
    `/%09/${evil}`,
    `/%0a/${evil}`,
    `/%0d/${evil}`,
    `/%00/${evil}`,
    `/%20/${evil}`,
    `／／${evil}`,
    `/／${evil}`,
    `/＼${evil}`,
    `//${evil.replace('.', '。')}`,
    `//ⓚⓗⓐⓒ.example`,
    `//[::1]`,
    `//2130706433`,
    `//0x7f000001`,
    `//017700000001`,
    `//${evil}:443/a`,
    `//user:secret@${evil}`,
    `////${evil}/%2e%2e`,
    `/\t/${evil}`,
    `/\n/${evil}`,
    `/\r/${evil}`,
    `\t//${evil}`,
    `\n//${evil}`,
    ` //${evil}`,
    `\u00a0//${evil}`,
    `\u0000//${evil}`,
    `/\u0000/${evil}`,
    `/\u000b/${evil}`,
    `/\u200b/${evil}`,
    `/\u202e/${evil}`,
    `/\ufeff/${evil}`,
    `/a\r\nLocation: https://${evil}`,
    `/a\r\nSet-Cookie: x=1`,
    `/a\nLocation:https://${evil}`,
    `/a%0d%0aLocation:%20https://${evil}`,
    `/a\u560d\u560aLocation: https://${evil}`,
  ];
  // The same again behind what a careless check may take for its own.
  const behind = plain.slice(0, 100 - plain.length).map((one) => `/dang-nhap?ve=${one}/..;`);
  return [...plain, ...behind].slice(0, 100);
}

// Where a browser would go; one that cannot be read goes nowhere.
export function leadsOff(location, base) {
  let url;
  try {
    url = new URL(location, base);
  } catch {
    return false;
  }
  return url.origin !== new URL(base).origin;
}

const rough = /[\u0000-\u001f\u007f]/;

function judge(found, site, form, how, answer) {
  found.count('answers');
  const places = [answer.headers.location, answer.headers.refresh, answer.headers.link];
  for (const place of places.filter(Boolean)) {
    if (leadsOff(place, site) || rough.test(place)) {
      found.fault(`${how} ${JSON.stringify(form)} leads to ${JSON.stringify(place)}`);
    }
  }
  const back = /name="ve" value="([^"]*)"/.exec(answer.body)?.[1];
  if (back && leadsOff(unescape(back), site)) found.fault(`${how}: the form keeps ${back}`);
  if (answer.headers['x-injected'] || /x=1/.test(`${answer.headers['set-cookie']}`)) {
    found.fault(`${how} ${JSON.stringify(form)} puts a header of its own`);
  }
}

export async function lookAtRedirects(site) {
  const found = new Findings();
  const all = forms();
  found.counts.forms = all.length;
  for (const [i, form] of all.entries()) {
    const ve = encodeURIComponent(form);
    for (const path of [`/ngon-ngu/vi?ve=${ve}`, `/dang-nhap?ve=${ve}`]) {
      judge(found, site, form, path.split('?')[0], await ask(site, path));
    }
    const again = await post(site, '/dang-nhap', { login: '', password: '', ve: form });
    judge(found, site, form, 'a failed sign-in', again);
    // As an address itself; what no client can send as one is escaped.
    const target = `/${encodeURI(form).replace(/#/g, '%23')}`;
    judge(found, site, form, 'an address', await ask(site, target));
    // Signing in is dear for the server: every eighth.
    if (i % 8 === 0 || process.env.LANTOA_LONG === '1') {
      const fields = { login: 'stp.chuyenvien', password: 'lan-toa-mau-2021', ve: form };
      const answer = await post(site, '/dang-nhap', fields);
      const wanted = form.includes('\u0000') ? no_text : 303;
      if (answer.status !== wanted) {
        found.fault(`signing in with ${JSON.stringify(form)}: ${answer.status}, not ${wanted}`);
      }
      judge(found, site, form, 'signing in', answer);
    }
  }
  // And the way that is meant works.
  const ve = encodeURIComponent(own_page);
  const kept = await ask(site, `/ngon-ngu/vi?ve=${ve}`);
  if (kept.headers.location !== own_page) found.fault(`${own_page} is not led to`);
  const { cookie } = await signIn(site, 'kiemtra');
  const office = await ask(site, '/don-vi/nhap', { headers: { cookie } });
  judge(found, site, '/don-vi/nhap', 'not allowed', office);
  return found;
}

export const redirect_defects = {
  'two slashes pass as a path': {
    answer: (got, { path }) => {
      const ve = new URL(path, 'http://a').searchParams.get('ve');
      if (got.headers.location && ve?.startsWith('//')) got.headers.location = encodeURI(ve);
    },
  },
  'a back slash passes': {
    answer: (got, { path }) => {
      const ve = new URL(path, 'http://a').searchParams.get('ve');
      if (got.headers.location && ve?.startsWith('/\\'))
        got.headers.location = ve.replace(/[^\x21-\x7e]/g, '');
    },
  },
};
