/** What the extension tells in passing. The tests have the same `window` as the extension they come with. */
import { window } from 'vscode';

/** Texts, in the order they were shown. */
export const messages: string[] = [];

type Show = (message: string, ...rest: never[]) => Thenable<string | undefined>;

const noted =
  (show: Show): Show =>
  (message, ...rest) => {
    messages.push(message);
    return show(message, ...rest);
  };
Object.assign(window, {
  showInformationMessage: noted(window.showInformationMessage.bind(window)),
  showWarningMessage: noted(window.showWarningMessage.bind(window)),
});
