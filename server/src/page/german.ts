/** The words of the dashboard in German. */
import type { Words } from './vocabulary';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const SYSTEMS_ALONE = 'Systeme ohne Organisation';

const shown = (count: number): string =>
  count === 1 ? '1 Risiko oder Schaden ist' : `${count} Risiken und Schäden sind`;

const notShown = (count: number): string =>
  count === 1 ? '1 Risiko oder Schaden ist nicht gezeigt' : `${count} Risiken und Schäden sind nicht gezeigt`;

export const GERMAN: Words = {
  language: 'de',
  title: 'KI-Managementsystem',
  judgedAt: (date) => `Beurteilt zum ${date}.`,
  noCertificate: 'Keine Zertifizierung und keine Rechtsberatung.',
  empty:
    'Hier ist noch keine Organisation und kein KI-System beschrieben. Eine Datei aims.yaml beschreibt eines.',
  reading: 'Der Arbeitsbereich wird gelesen…',
  sections: {
    cycle: 'Planen, durchführen, prüfen, handeln',
    soa: 'Erklärung zur Anwendbarkeit (SoA)',
    calendar: 'Was fällig wird',
    ratings: 'Risiken und Auswirkungen',
    trend: 'Die letzten zwölf Monate',
  },
  verdicts: {
    verified: 'verifiziert',
    attested: 'bestätigt',
    partial: 'teilweise',
    missing: 'fehlend',
    overdue: 'überfällig',
    suspect: 'fraglich',
    unknown: 'unbekannt',
    'not-due': 'noch nicht fällig',
    'not-applicable': 'nicht anwendbar',
  },
  meanings: {
    verified: 'Automatisch geprüft: Der Nachweis stimmt. Ob die Maßnahme wirkt, ist damit nicht gesagt.',
    attested: 'Eine genannte Person hat den Nachweis mit Datum geprüft, und die Prüfung ist noch aktuell.',
    partial: 'Etwas ist da, aber nicht alles, oder eine Prüfung mit Datum fehlt.',
    missing: 'Noch ist nichts da, was zählt.',
    overdue: 'Ein Termin für eine Prüfung, ein Ergebnis oder einen Plan ist verstrichen.',
    suspect: 'Was freigegeben war, hat sich seither geändert.',
    unknown: 'Es kann nicht gelesen oder erreicht werden, also wird nichts darüber gesagt.',
    'not-due': 'Eine spätere Lebenszyklusphase verlangt es.',
    'not-applicable': 'Mit Begründung ausgelassen oder von anderen geschuldet.',
  },
  phases: {
    plan: { title: 'Planen', what: 'Leitlinie, Ziele, Risiken, Auswirkungen, Maßnahmen' },
    do: { title: 'Durchführen', what: 'Ausführen und Belege aufbewahren' },
    check: { title: 'Prüfen', what: 'Messen, auditieren, bewerten' },
    act: { title: 'Handeln', what: 'Beheben und besser werden' },
  },
  kinds: { organization: 'Organisation', system: 'KI-System' },
  counted: (count, verdict) => `${count} ${verdict}`,
  requirements: (count) => counted(count, 'Anforderung', 'Anforderungen'),
  cycle: {
    of: 'Gezeigt für',
    all: 'Alles in diesem Arbeitsbereich',
    nothing: 'nichts verlangt',
    picture: (phases) => `Anforderungen nach Phase und Urteil. ${phases}`,
  },
  soa: {
    caption: 'Wie es um jede Maßnahme aus Anhang A steht, für die Organisation und jedes KI-System',
    control: 'Maßnahme',
    notAsked: 'hier nicht verlangt',
    filterSystems: 'KI-Systeme filtern',
    filterControls: 'Maßnahmen filtern',
    keys: 'Pfeiltasten gehen von Zelle zu Zelle, die Eingabetaste geht zur Stelle.',
    legend: 'Was die Zeichen bedeuten',
    noMatch: 'Nichts passt.',
    page: (first, last, of) => `${first} bis ${last} von ${counted(of, 'Spalte', 'Spalten')}`,
    previous: 'Vorige Spalten',
    next: 'Nächste Spalten',
  },
  calendar: {
    overdue: 'Überfällig',
    nothing: 'Kein Termin ist überfällig oder wird innerhalb eines Jahres fällig.',
    more: (count) => `und ${count} weitere, später`,
    items: (count) => counted(count, 'Eintrag', 'Einträge'),
    month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  },
  ratings: {
    risks: (organization) => `Risiken: ${organization ?? SYSTEMS_ALONE}`,
    harms: (organization) => `Schäden in Folgenabschätzungen: ${organization ?? SYSTEMS_ALONE}`,
    beforeTreatment: 'Vor der Behandlung',
    beforeMeasures: 'Vor den Vorkehrungen',
    afterTreatment: 'Nach der Behandlung',
    afterMeasures: 'Nach den Vorkehrungen',
    likelihood: 'Wahrscheinlichkeit',
    severity: 'Schweregrad',
    noLevel: 'keine Stufe gesetzt',
    accepted: (level) => `Bis ${level} ohne namentliche Akzeptanz.`,
    count: (count, of) =>
      of === 'risks' ? counted(count, 'Risiko', 'Risiken') : counted(count, 'Schaden', 'Schäden'),
    cell: (likelihood, severity) => `${likelihood}, ${severity}`,
    unrated: 'Nicht auf diesen Skalen bewertet',
    common: 'Auf einer üblichen Skala, solange es keine eigene gibt; darum wird keine Stufe ermittelt.',
    onCommon: (count, organization) =>
      organization === undefined
        ? `${shown(count)} auf einer üblichen Skala gezeigt: Es gibt keine Organisationsdatei. Eigene Skalen stehen in einer solchen: unter „risk“ die Listen „likelihood“ und „severity“, jeweils mit dem niedrigsten Wort zuerst.`
        : `${shown(count)} auf einer üblichen Skala gezeigt: Die Datei von ${organization} legt keine fest. Ergänzen Sie dort für eigene unter „risk“ die Listen „likelihood“ und „severity“, jeweils mit dem niedrigsten Wort zuerst.`,
    unscaled: (count, organization) =>
      `${notShown(count)}: In der Datei von ${organization} fehlen die Skalen. Ergänzen Sie dort unter „risk“ die Listen „likelihood“ und „severity“, jeweils mit dem niedrigsten Wort zuerst.`,
    ofNoOrganization: (count) =>
      `${notShown(count)}: Zum System gibt es keine lesbare Organisationsdatei. Dort stehen die Skalen: unter „risk“ die Listen „likelihood“ und „severity“, jeweils mit dem niedrigsten Wort zuerst.`,
    none: 'Noch sind keine Risiken aufgeschrieben.',
  },
  trend: {
    what: 'Wie viele Anforderungen am Ende jedes Monats welches Urteil hatten, nach den Dateien, wie sie damals eingecheckt waren.',
    load: 'Verlauf lesen',
    stop: 'Anhalten',
    loading: (done, of) => `Commits werden gelesen: ${done} von ${of}`,
    stopped: 'Angehalten.',
    unavailable:
      'git kann nicht sagen, wie die Dateien waren: Es ist nicht installiert, oder der Verlauf ist nicht hier.',
    untrusted: 'Der Verlauf wird mit git gelesen, und das braucht einen Arbeitsbereich, dem Sie vertrauen.',
    nothing: 'Kein Commit der letzten zwölf Monate enthält eine Organisation oder ein KI-System.',
    caption: 'Anforderungen nach Urteil, Monat für Monat',
    day: 'Tag',
    now: 'jetzt',
  },
};
