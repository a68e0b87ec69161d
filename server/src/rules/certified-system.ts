import { defineRule } from './rule';
import { isCertificateKey } from './shared-certificate';

export const certifiedSystem = defineRule({
  id: 'certified-system',
  group: 'format',
  severity: 'warning',
  basis: 'standard',
  summary: 'A system or model is called certified.',
  why: 'A certificate of ISO/IEC 42001 covers the management system of an organization. It never covers a model, a system or a product, and saying so misleads those who rely on it.',
  help: 'Delete the key. The certificate stands under `certification` in the organization’s `aims.yaml`.',
  message:
    'A system cannot be certified to ISO/IEC 42001; only the management system of an organization can. Delete `{key}`; the certificate belongs under `certification` of the organization file.',
  on: 'format-problem',
  check: ({ artefact, problem }, report) => {
    if (problem.code === 'unknown-key' && isCertificateKey(artefact, problem))
      report({ place: problem.place, part: 'key' }, { args: { key: problem.key } });
  },
});
