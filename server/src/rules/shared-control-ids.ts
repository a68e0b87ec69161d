/** What to say of an id that is no control: which message, and what fills it. */
import { catalogue, type ControlIdSuggestion } from '../catalogue';

type Args = Readonly<Record<string, string>>;

/** @param suggestion undefined where nothing is close */
export function describeSuggestion(suggestion: ControlIdSuggestion | undefined): {
  readonly message: string;
  readonly args: Args;
} {
  switch (suggestion?.kind) {
    case 'exact':
    case 'near':
    case 'variant': {
      const args = { id: suggestion.id, title: catalogue.controls.get(suggestion.id)?.title ?? '' };
      if (suggestion.kind !== 'variant') return { message: 'near', args };
      return suggestion.clause ? { message: 'clauseToo', args } : { message: 'variant', args };
    }
    case 'iso27001':
      return {
        message: 'iso27001',
        args: { edition: suggestion.edition, additional: suggestion.additionalKey },
      };
    case 'not-a-control':
      return {
        message:
          suggestion.entry.kind === 'clause'
            ? 'clause'
            : suggestion.entry.kind === 'annex-c'
              ? 'annexC'
              : 'heading',
        args: { title: suggestion.entry.title, id: suggestion.entry.id },
      };
    case undefined:
      return { message: 'unknown', args: {} };
  }
}
