import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { isMain, node24, root, runMain } from './paths.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args what it needs to run headless, also as root and without a graphics card
 * @property {Record<string, string>} env the environment to start it in
 */

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const systemBrowsers = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Finds a Chromium that really starts on this machine: `$AIMS_CHROMIUM`, one that is installed, the one inside npm's
 * `@sparticuz/chromium`, or, where we may install packages, Debian's.
 *
 * @returns {Promise<Browser>}
 * @throws {Error} one line that says what to install
 */
export async function resolveBrowser() {
  const named = process.env.AIMS_CHROMIUM;
  if (named) {
    if (starts(named, process.env)) return { executablePath: named, args, env: process.env };
    throw new Error(`AIMS_CHROMIUM names ${named}, which does not start.`);
  }
  return installed() ?? packaged() ?? debian();
}

function installed() {
  const candidates = [...systemBrowsers.flatMap(onPath), macBrowser];
  const executablePath = candidates.find((file) => existsSync(file) && starts(file, process.env));
  return executablePath && { executablePath, args, env: process.env };
}

/** The browser inside the npm package, with the libraries it brings for machines that lack them. */
function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = unpack();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env, ...fontSettings(folder) };
  if (starts(executablePath, env)) return { executablePath, args, env };
  const libraries = join(folder, 'al2023', 'lib');
  const withLibraries = {
    ...env,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
  };
  return starts(executablePath, withLibraries) ? { executablePath, args, env: withLibraries } : undefined;
}

/**
 * The package unpacks itself into the temporary folder under fixed names, where half-written files of another process
 * pass for complete ones: unpack into a folder of our own and move it into place in one step.
 */
function unpack() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const packageRoot = join(entry, '..', '..');
  const cache = join(root, 'node_modules', '.cache');
  const target = join(cache, `chromium-${require(join(packageRoot, 'package.json')).version}`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'chromium-'));
  const script = `const { inflate } = await import(process.argv[1]);
    for (const name of process.argv.slice(2)) await inflate(name);`;
  const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) =>
    join(packageRoot, 'bin', name),
  );
  execFileSync(node24, ['--input-type=module', '-e', script, entry, ...archives], {
    env: { ...process.env, TMPDIR: temporary },
  });
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** A machine without fontconfig has no fonts, and Chromium dies without any: offer the package's. */
function fontSettings(folder) {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

function debian() {
  const advice =
    'No Chromium starts on this machine: install one (on Debian: apt-get install chromium) or name one in AIMS_CHROMIUM.';
  if (process.getuid?.() !== 0 || onPath('apt-get').length === 0) throw new Error(advice);
  console.log('Installing Debian’s chromium for the tests…');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    options,
  );
  const found = installed();
  if (!found) throw new Error(advice);
  return found;
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function starts(executablePath, env) {
  return spawnSync(executablePath, ['--version'], { env, timeout: 20_000 }).status === 0;
}

// Not awaited: tests load this module with `require`, which knows no top-level await.
if (isMain(import.meta.url)) void runMain(async () => console.log((await resolveBrowser()).executablePath));
