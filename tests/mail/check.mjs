// Looks at the digests in a folder as mail programs, browsers and screen readers do, names every fault, and fails
// where there is one: node check.mjs FOLDER. Nothing here is fetched; chromium is the system's own.
// With PICTURES=FOLDER in the environment it leaves a picture of each page there.
import { readFileSync, readdirSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = resolve(process.argv[2] ?? 'build/mail');
const files = readdirSync(folder);
const pages = files.filter((name) => name.endsWith('.html')).map((name) => join(folder, name));
const isMail = (file) => !basename(file).startsWith('stats.');  // the page of statistics draws, and no mail shows it
const WIDTHS = [320, 600, 1280];
const SCHEMES = ['light', 'dark'];
const faults = [];

const fault = (file, check, what) => faults.push(`${basename(file)}: ${check}: ${what}`);

async function validate(file) {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: Object.fromEntries(
      // what mail programs need and web pages do not
      ['no-inline-style', 'no-deprecated-attr', 'no-conditional-comment', 'prefer-tbody', 'prefer-native-element',
        'void-style', 'doctype-style'].map((rule) => [rule, 'off'])),
  });
  const report = await validator.validateString(readFileSync(file, 'utf8'), file);
  for (const message of report.results.flatMap((result) => result.messages)) {
    fault(file, 'html-validate', `${message.line}:${message.column} ${message.ruleId} ${message.message}`);
  }
}

function supported(used, file) {
  const html = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const { issues } = caniemail({ clients: ['*'], html });
  for (const list of issues.errors.values()) for (const issue of list) used.add(issue.title);
}

function ratchet(used) {
  const { allowed } = JSON.parse(readFileSync(join(here, 'caniemail.json'), 'utf8'));
  for (const title of used) {
    if (!(title in allowed)) faults.push(`caniemail: ${title} is not known everywhere; do without it`);
  }
  for (const title of Object.keys(allowed)) {
    if (!used.has(title)) faults.push(`caniemail: ${title} is no longer used; take it off caniemail.json`);
  }
}

async function leads(browser, { page: file, url, text }) {
  // A small window between two wide empty spaces: only a browser that finds the sentence comes to show it.
  const page = await browser.newPage({ viewport: { width: 800, height: 160 } });
  const space = '<div style="height:4000px"></div>';
  const body = readFileSync(join(folder, file), 'utf8')
    .replace(/<body[^>]*>/, (tag) => tag + space).replace('</body>', `${space}</body>`);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(url);
  await page.waitForTimeout(100);  // the browser looks for the text once the page is drawn
  const found = await page.evaluate((sentence) => {
    const plain = (words) => words.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const places = [];
    let all = '';
    while (walker.nextNode()) {
      [...walker.currentNode.data].forEach((letter, index) => {
        const next = /\s/.test(letter) ? ' ' : letter;
        if (next === '\u00ad' || (next === ' ' && all.endsWith(' '))) return;
        all += next;
        for (const _ of next) places.push([walker.currentNode, index]);
      });
    }
    const start = all.indexOf(plain(sentence));
    if (start < 0) return { missing: true };
    const range = document.createRange();
    range.setStart(...places[start]);
    range.setEnd(...places[start + plain(sentence).length - 1]);
    const { top, bottom } = range.getBoundingClientRect();
    return { shown: scrollY > 0 && bottom > 0 && top < innerHeight };
  }, text);
  if (!found.shown) fault(file, 'fragment', `${url} does not show "${text.slice(0, 60)}"`);
  await page.close();
}

async function look(browser, file, scheme, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const requests = [];
  page.on('request', (request) => request.url().startsWith('file:') || requests.push(request.url()));
  page.on('dialog', (dialog) => { fault(file, 'script', 'a dialog opened'); dialog.dismiss(); });
  await page.goto(`file://${file}`);
  const where = `${width} ${scheme}`;
  const active = ['script', 'img', 'iframe', 'object', 'embed', 'form', 'input', 'link', '[src]'];
  if (isMail(file)) active.push('svg');
  const found = await page.evaluate((selector) => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    active: [...document.querySelectorAll(selector)].length,
    handlers: [...document.querySelectorAll('*')]
      .filter((element) => [...element.attributes].some((a) => a.name.startsWith('on'))).length,
    schemes: [...new Set([...document.querySelectorAll('[href]')].map((link) => link.protocol))],
    small: [...document.querySelectorAll('h1,h2,h3,p,li,small,a,td')]
      .filter((element) => element.innerText?.trim() && parseFloat(getComputedStyle(element).fontSize) < 13).length,
  }), active.join());
  if (found.overflow > 0) fault(file, 'overflow', `${found.overflow} px at ${where}`);
  if (found.small) fault(file, 'size', `${found.small} texts below 13 px at ${where}`);
  if (found.active) fault(file, 'content', `${found.active} elements that load or run something`);
  if (found.handlers) fault(file, 'content', `${found.handlers} elements with handlers`);
  const strange = found.schemes.filter((scheme) => !['http:', 'https:', 'mailto:'].includes(scheme));
  if (strange.length) fault(file, 'links', strange.join(' '));
  if (requests.length) fault(file, 'network', `${requests.length} requests, first: ${requests[0]}`);
  if (width === 600) await accessible(page, file, scheme);
  if (process.env.PICTURES) {
    mkdirSync(process.env.PICTURES, { recursive: true });
    await page.screenshot({ path: join(process.env.PICTURES, `${basename(file)}-${width}-${scheme}.png`), fullPage: true });
  }
  await page.close();
}

async function accessible(page, file, scheme) {
  await page.evaluate(readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run({
    rules: { 'landmark-one-main': { enabled: false }, region: { enabled: false } },
  }));
  for (const { id, nodes } of violations) fault(file, 'axe', `${id} ${scheme} ${nodes[0].html.slice(0, 100)}`);
}

function run(program, args, input) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: 'utf8', cwd: folder });
  return { status, text: error ? String(error) : `${stdout}${stderr}` };
}

function markdown() {
  const names = files.filter((name) => name.endsWith('.md'));
  if (!names.length) return;
  const { status, text } = run(join(here, 'node_modules/.bin/markdownlint-cli2'),
    ['--config', join(here, '.markdownlint-cli2.jsonc'), ...names]);
  if (status) faults.push(...text.split('\n').filter((line) => /MD\d{3}/.test(line)).map((line) => `markdownlint: ${line}`));
}

function spam(file) {
  const { status, text } = run('spamassassin', ['-L', '-t'], readFileSync(file));
  const points = /Content analysis details:\s+\((-?[\d.]+) points/.exec(text)?.[1];
  if (status || points === undefined) fault(file, 'spamassassin', text.slice(0, 200));
  else if (Number(points) > 0.5) fault(file, 'spamassassin', `${points} points`);
}

const used = new Set();
for (const file of pages) {
  await validate(file);
  if (isMail(file)) supported(used, file);
}
if (!process.argv.includes('--naive')) ratchet(used);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath) { console.error('chromium is needed: apt-get install chromium'); process.exit(2); }
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
for (const file of pages) {
  for (const scheme of SCHEMES) for (const width of WIDTHS) await look(browser, file, scheme, width);
}
const links = join(folder, 'fragments.json');
const fragments = existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : [];
for (const fragment of fragments) await leads(browser, fragment);
await browser.close();
markdown();
for (const name of files.filter((each) => each.endsWith('.eml'))) spam(join(folder, name));
const kinds = new Set(faults);
for (const line of kinds) console.log(line);
console.log(`${files.length} files, ${fragments.length} links into pages, ${kinds.size} faults`);
process.exit(kinds.size ? 1 : 0);
