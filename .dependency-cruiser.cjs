/**
 * Who may import whom: docs/architecture.md, checked. A folder of server/src may import itself and what is listed for it;
 * everything else is an error.
 */
const CORE = [
  'catalogue',
  'syntax',
  'schema',
  'model',
  'code',
  'evidence',
  'workspace',
  'lock',
  'verdict',
  'frameworks',
  'drift',
];

const ALLOWED = {
  l10n: [],
  catalogue: [],
  syntax: [],
  schema: ['catalogue'],
  model: ['catalogue', 'syntax', 'schema'],
  // Positions only.
  code: ['syntax'],
  evidence: ['catalogue', 'syntax', 'code'],
  workspace: ['catalogue', 'syntax', 'schema', 'model', 'code', 'evidence'],
  lock: ['catalogue', 'syntax', 'schema', 'model', 'evidence', 'workspace'],
  verdict: ['catalogue', 'syntax', 'schema', 'model', 'code', 'evidence', 'workspace', 'lock'],
  frameworks: ['catalogue', 'syntax', 'schema', 'model', 'code', 'evidence', 'workspace', 'lock', 'verdict'],
  drift: ['catalogue', 'syntax', 'schema', 'model', 'code', 'evidence', 'workspace'],
  fixes: CORE,
  draft: [...CORE, 'fixes'],
  rules: [...CORE, 'fixes', 'draft'],
  // What severities there are.
  settings: [...CORE, 'rules'],
  features: [...CORE, 'fixes', 'protocol'],
  exchange: CORE,
  agents: [...CORE, 'fixes', 'rules', 'features', 'service', 'protocol'],
  protocol: [],
  // The dashboard as HTML: what it shows is data.
  page: ['protocol'],
  node: [...CORE, 'service', 'clock', 'past'],
  lsp: [
    ...CORE,
    'fixes',
    'draft',
    'rules',
    'features',
    'settings',
    'service',
    'clock',
    'past',
    'node',
    'protocol',
    'agents',
  ],
  // `aims lsp` starts the server.
  cli: [
    ...CORE,
    'fixes',
    'draft',
    'rules',
    'settings',
    'features',
    'service',
    'clock',
    'node',
    'lsp',
    'agents',
    'protocol',
    'page',
  ],
};

// What people read is translated where it is said, at every level.
const ANYWHERE = ['l10n'];

const directions = Object.entries(ALLOWED).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `server/src/${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other folder'}.`,
  severity: 'error',
  from: { path: `^server/src/${folder}/` },
  to: { path: '^server/src/', pathNot: `^server/src/(${[folder, ...ANYWHERE, ...allowed].join('|')})[/.]` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-runs-anywhere',
      comment: 'Only the entries know Node: the same core runs in a web worker.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/(lsp|cli|node)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-editor',
      comment: 'Up to the service nothing imports VS Code or the connection.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/lsp/' },
      to: {
        path: '(^|node_modules/)(vscode$|@types/vscode/|vscode-jsonrpc/|vscode-languageserver/|vscode-languageclient/)',
      },
    },
    {
      name: 'client-imports-protocol-only',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/src/dashboard/' },
      to: { path: '^server/', pathNot: '^server/src/protocol(/|\\.ts$)' },
    },
    {
      name: 'dashboard-imports-page-and-protocol',
      comment: 'Its HTML is made where it is shown, by the same functions as for the command line.',
      severity: 'error',
      from: { path: '^client/src/dashboard/' },
      to: { path: '^server/', pathNot: '^server/src/(protocol|page)(/|\\.ts$)' },
    },
    {
      name: 'server-imports-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|test|scripts)/' },
    },
    {
      name: 'protocol-is-types',
      comment: 'Both ends bundle it: it brings nothing along.',
      severity: 'error',
      from: { path: '^server/src/protocol' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^server/src/protocol' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    {
      name: 'bundles-import-declared-packages',
      severity: 'error',
      from: { path: '^(client|server)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: '^(vscode$|node_modules/@types/)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/host/vscode/|^test/fixtures/|^out/|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
