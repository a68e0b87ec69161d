/** `attest --format json`: a promised shape. */
import { relative, sep } from 'node:path';
import type { Line } from './attest-report';
import { jsonText } from './terminal';

/** @param base absolute path of the folder asked about: files are named from there */
export function attestJson(lines: readonly Line[], base: string): string {
  const from = (path: string): string => relative(base, path).split(sep).join('/');
  return jsonText({
    approvals: lines.map(({ result, path, line, character, title, kind, part, record, reason }) => ({
      result,
      kind,
      part,
      title,
      file: from(path),
      position: { line, character },
      ...(record
        ? {
            by: record.record.by,
            name: record.name,
            effective: record.record.effective,
            recordedOn: record.record.recordedOn,
            ...(record.record.email === undefined ? {} : { email: record.record.email }),
            ...(record.expectedEmail === undefined ? {} : { expectedEmail: record.expectedEmail }),
            selfAttested: record.isSelfAttested,
            byOther: record.isByOther,
            digest: record.record.digest,
            lock: from(record.path),
          }
        : { reason }),
    })),
    note: 'A record, not a signature.',
  });
}
