import { demonstration, proposal, type SettingGroup } from "./setting.ts";

/** How long the service waits, and before what it tells. */
export const delays: SettingGroup = {
  id: "delais",
  title: "Délais",
  intro: "Les délais que la loi ou le texte fixent ne se règlent pas ici.",
  settings: [
    {
      key: "delay.usual",
      title: "Délai habituel de décision",
      hint: "Dit après le dépôt, par exemple « trois mois environ ».",
      kind: { kind: "line", most: 80 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "delay.completion",
      title: "Jours laissés pour compléter un dossier",
      hint: "Proposés à l’instructeur, qui peut en laisser d’autres.",
      kind: { kind: "days", least: 5, most: 180 },
      initial: 30,
      origin: proposal,
    },
    {
      key: "delay.draft-reminder",
      title: "Jours sans y toucher avant de rappeler un brouillon",
      kind: { kind: "days", least: 3, most: 180 },
      initial: 21,
      origin: proposal,
      alone: true,
    },
    {
      key: "delay.answer-reminder",
      title: "Jours avant la date limite où rappeler une réponse attendue",
      kind: { kind: "days", least: 1, most: 60 },
      initial: 7,
      origin: proposal,
      alone: true,
    },
    {
      key: "delay.signature-reminder",
      title: "Jours avant de rappeler une convention à signer",
      kind: { kind: "days", least: 1, most: 90 },
      initial: 14,
      origin: proposal,
      alone: true,
    },
    {
      key: "delay.deadline-alert",
      title: "Jours avant une décision tacite où alerter l’instructeur",
      kind: { kind: "days", least: 1, most: 60 },
      initial: 15,
      origin: proposal,
      alone: true,
    },
  ],
};

/** The days that count for every file. */
export const calendar: SettingGroup = {
  id: "calendrier",
  title: "Calendrier",
  intro: "Les jours qui comptent pour tous les dossiers.",
  settings: [
    {
      key: "calendar.commissions",
      title: "Jours de vote à venir",
      hint: "Un jour par ligne, comme 03/03/2026.",
      kind: { kind: "day-list" },
      initial: [],
      origin: demonstration,
    },
    {
      key: "calendar.closed",
      title: "Jours de fermeture, en plus des jours fériés",
      hint: "Un jour par ligne. Les jours fériés du Code du travail comptent déjà.",
      kind: { kind: "day-list" },
      initial: [],
      origin: demonstration,
    },
  ],
};
