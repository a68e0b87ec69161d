/** Which code is not the system's own: tests, examples, and what others wrote. */

const TEST_OR_EXAMPLE = new Set([
  'test',
  'tests',
  'testing',
  '__tests__',
  '__mocks__',
  '__fixtures__',
  'e2e',
  'cypress',
  'playwright',
  'example',
  'examples',
  'demo',
  'demos',
  'samples',
  'tutorial',
  'tutorials',
]);
const NOT_OWN = new Set([
  'site-packages',
  'dist-packages',
  'node_modules',
  'vendor',
  'vendored',
  '_vendor',
  'third_party',
  'thirdparty',
  'external',
  'venv',
  'virtualenv',
  'env',
  'dist',
  'build',
  'out',
  'coverage',
  'bower_components',
  'storybook-static',
  '__pycache__',
]);
const TEST_FILE =
  /^(?:(?:test_.*|.*_test|conftest)\.(?:py|ipynb)|.*\.(?:test|spec|e2e|bench|stories|mock|cy)\.[cm]?[jt]sx?)$/;

/** @param relativePath path inside the workspace with `/`; never the whole path, where a parent may be called `test` */
export function isTestOrExample(relativePath: string): boolean {
  const names = relativePath.toLowerCase().split('/');
  const file = names.pop() ?? '';
  return TEST_FILE.test(file) || names.some((name) => TEST_OR_EXAMPLE.has(name) || isNotOwn(name));
}

/** Code that documentation shows or is made with. @param relativePath as above */
export function isDocumentation(relativePath: string): boolean {
  return /(?:^|\/)docs?\//i.test(relativePath);
}

/**
 * Installed, generated or vendored, as far as the path tells: whatever it says, it does not say it of this workspace.
 * @param relativePath as above
 */
export function isOthersCode(relativePath: string): boolean {
  return relativePath.toLowerCase().split('/').slice(0, -1).some(isNotOwn);
}

/** Hidden folders too: environments (`.venv`), checkpoints (`.ipynb_checkpoints`), caches. */
function isNotOwn(folder: string): boolean {
  return NOT_OWN.has(folder) || /^\.[^.]/.test(folder) || folder.endsWith('.egg-info');
}
