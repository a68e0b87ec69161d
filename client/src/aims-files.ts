/** Files that are AIMS files by their name, as a glob; package.json says the same where the extension starts. */
export const AIMS_FILES = '**/{aims,*.aims,impact-assessment,*.impact}.{yaml,yml}';
