/** Another id in the place of one, with the quotes it had where they do. */
import { tr } from '../../l10n/tr';
import { flowText, yamlText } from '../../fixes/scalar';
import type { TextEdit } from '../../fixes/edit';
import type { Snapshot } from '../../workspace/snapshot';
import { baseName } from '../../workspace/uri';
import type { Named } from './mentions';
import { refuse } from './refusal';

/** @throws RenameRefused where the id does not stand there itself, but something that stands for it */
export function renamed(snapshot: Snapshot, { place, part }: Named, before: string, id: string): TextEdit {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  const span = document?.span(place.route, part);
  if (!parsed || !document || !span) return refuse(tr('{0} has changed. Try again.', baseName(place.uri)));
  const raw = parsed.text.slice(span.start, span.end);
  if (/^[*&!|>]/.test(raw) && raw !== before)
    refuse(
      tr(
        '{0}, line {1}: {2} stands for {3}. Write the id out there first.',
        baseName(place.uri),
        parsed.positionAt(span.start).line + 1,
        raw,
        before,
      ),
    );
  const isFlow = place.route.some((_, index) => {
    const node = document.node(place.route.slice(0, index));
    return node !== undefined && node.kind !== 'scalar' && node.flow;
  });
  return { range: parsed.rangeOf(span), newText: quotedLike(raw, id, isFlow) };
}

function quotedLike(raw: string, id: string, isFlow: boolean): string {
  const plain = yamlText(id);
  const needsEscapes = plain.startsWith('"') && plain !== `"${id}"`;
  if (raw.startsWith("'") && !needsEscapes && !id.includes("'")) return `'${id}'`;
  if (raw.startsWith('"') && !plain.startsWith('"')) return `"${id}"`;
  return isFlow ? flowText(plain) : plain;
}
