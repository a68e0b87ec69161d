/** What goes into the extension's package is what `.vscodeignore` allows, and all that the manifest names. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '@vscode/vsce';

const REPOSITORY = join(import.meta.dirname, '../../..');

const ALLOWED = [
  /^package\.json$/,
  /^package\.nls(?:\.[a-z-]+)?\.json$/,
  /^l10n\/[^/]+\.json$/,
  /^(?:README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^dist\/(?:client|cli|mcp|dashboard|browser\/client|browser\/server)\.js$/,
  /^media\/(?:icon\.png|activity-bar\.svg)$/,
  /^media\/walkthrough\/(?:de\/)?[^/]+\.svg$/,
  /^snippets\/[^/]+\.code-snippets$/,
  /^syntaxes\/[^/]+\.tmLanguage\.json$/,
];

describe('the package', function () {
  this.timeout(60_000);

  let files: readonly string[] = [];
  before(async () => {
    files = (await listFiles({ cwd: REPOSITORY, packagedDependencies: [] })).map((path) =>
      path.replaceAll('\\', '/'),
    );
  });

  it('holds nothing that is not meant for users', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
  });

  it('holds what the manifest names', () => {
    const manifest = ['package.json', 'package.nls.json', 'package.nls.de.json']
      .map((file) => readFileSync(join(REPOSITORY, file), 'utf8'))
      .join('\n');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|snippets|syntaxes|l10n)\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    assert.ok(named.includes('media/icon.png') && named.includes('media/walkthrough/de/due.svg'));
    for (const path of named) assert.ok(files.includes(path!), path);
    for (const path of ['package.json', 'LICENSE', 'CHANGELOG.md']) assert.ok(files.includes(path), path);
  });

  it('holds no text with characters nobody can see', () => {
    // Zero-width and bidirectional characters hide code (CVE-2021-42574); a byte order mark breaks a manifest.
    for (const file of files.filter((name) => /\.(?:json|md|code-snippets|svg)$/.test(name))) {
      const path = join(REPOSITORY, file);
      if (existsSync(path))
        assert.doesNotMatch(
          readFileSync(path, 'utf8'),
          /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
          file,
        );
    }
  });
});
