import { type DeclaredSetting, demonstration, proposal, type SettingGroup } from "./setting.ts";
import { calendar, delays } from "./times.ts";

const funder: SettingGroup = {
  id: "financeur",
  title: "Le financeur",
  intro: "Ce qui figure en tête des courriers, au pied des pages et dans les mentions légales.",
  settings: [
    {
      key: "funder.name",
      title: "Nom du financeur",
      kind: { kind: "line", most: 120 },
      initial: "Région Normandie",
      origin: proposal,
    },
    {
      key: "funder.short",
      title: "Nom court du financeur",
      hint: "Avec son article, comme les phrases le disent : « la Région », « l’Agence ». À défaut, d’après son nom.",
      kind: { kind: "called", most: 80 },
      initial: null,
      origin: proposal,
    },
    {
      key: "funder.siret",
      title: "SIRET du financeur",
      hint: "Il figure sur les conventions et peut être exporté avec les dossiers.",
      kind: { kind: "siret" },
      initial: null,
      origin: demonstration,
    },
    {
      key: "funder.service",
      title: "Service instructeur",
      kind: { kind: "line", most: 160 },
      initial: "Direction de la formation — Service transformation des structures",
      origin: demonstration,
    },
    {
      key: "funder.address",
      title: "Adresse postale du service",
      hint: "Une virgule sépare les lignes de l’enveloppe.",
      kind: { kind: "line", most: 300 },
      initial: "Abbaye-aux-Dames, place Reine-Mathilde, 14000 Caen",
      origin: proposal,
    },
    {
      key: "funder.email",
      title: "Courriel du service",
      kind: { kind: "email" },
      initial: "transformation-formation@region.example",
      origin: demonstration,
    },
    {
      key: "funder.phone",
      title: "Téléphone du service",
      kind: { kind: "line", most: 40 },
      initial: "02 00 00 00 00",
      origin: demonstration,
    },
    {
      key: "funder.logo",
      title: "Logo",
      hint: "PNG ou SVG, 300 Ko au plus. Il figure en tête des courriers et au pied des pages.",
      kind: { kind: "image" },
      initial: null,
      origin: demonstration,
    },
  ],
};

const voting: SettingGroup = {
  id: "vote",
  title: "Qui vote",
  intro: "Qui accorde ou refuse une aide, et qui exécute ce vote. Chaque page et chaque lettre le disent ainsi.",
  settings: [
    {
      key: "voting.name",
      title: "Qui vote les aides",
      hint: "Avec son article, comme les pages le disent : « la Commission permanente », « le Bureau ».",
      kind: { kind: "called", most: 80 },
      initial: "la Commission permanente",
      origin: proposal,
    },
    {
      key: "voting.whole-name",
      title: "Son nom entier, dans les lettres",
      hint: "Avec son article.",
      kind: { kind: "called", most: 160 },
      initial: "la Commission permanente du Conseil régional",
      origin: proposal,
    },
    {
      key: "voting.executive",
      title: "Qui exécute ce qui est voté",
      hint: "Avec son article : « le Président », « la Directrice ». Il signe les conventions.",
      kind: { kind: "called", most: 80 },
      initial: "le Président",
      origin: proposal,
    },
  ],
};

const signing: SettingGroup = {
  id: "signature",
  title: "Qui signe",
  intro: "Le signataire des lettres de décision et des conventions. Ce qui est déjà signé ne change pas.",
  settings: [
    {
      key: "signatory.name",
      title: "Nom du signataire",
      hint: "Sans nom, la place de la signature reste ouverte.",
      kind: { kind: "line", most: 120 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "signatory.quality",
      title: "Qualité du signataire",
      hint: "À défaut, les lettres portent le nom du service et les conventions qui exécute ce qui est voté.",
      kind: { kind: "line", most: 160 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "signatory.on-behalf",
      title: "Mention de délégation",
      hint: "Par exemple « Pour le président et par délégation ».",
      kind: { kind: "line", most: 160 },
      initial: null,
      origin: demonstration,
    },
  ],
};

const law: SettingGroup = {
  id: "droit",
  title: "Droit et recours",
  intro: "Ce que seul le service juridique peut confirmer. Tant qu’il ne l’a pas fait, les aperçus le rappellent.",
  settings: [
    {
      key: "legal.confirmed",
      title: "Textes juridiques confirmés par le service juridique",
      kind: { kind: "yes-no" },
      initial: false,
      origin: proposal,
    },
    {
      key: "legal.court.name",
      title: "Juge des recours",
      kind: { kind: "line", most: 160 },
      initial: "tribunal administratif de Caen",
      origin: proposal,
    },
    {
      key: "legal.court.address",
      title: "Adresse postale du juge",
      hint: "Une virgule sépare les lignes de l’enveloppe.",
      kind: { kind: "line", most: 300 },
      initial: "3 rue Arthur-Le-Duc, BP 25086, 14050 Caen Cedex 4",
      origin: proposal,
    },
    {
      key: "legal.court.online",
      title: "Où le saisir en ligne",
      kind: { kind: "line", most: 160 },
      initial: "citoyens.telerecours.fr",
      origin: proposal,
    },
    {
      key: "legal.publicity",
      title: "Mention du soutien demandée au bénéficiaire",
      hint: "À défaut, elle nomme le financeur.",
      kind: { kind: "line", most: 300 },
      initial: null,
      origin: proposal,
    },
  ],
};

const data: SettingGroup = {
  id: "donnees",
  title: "Données personnelles",
  intro: "Ce que la page « Données personnelles » et la convention disent des droits de chacun.",
  settings: [
    {
      key: "data.officer",
      title: "Délégué à la protection des données",
      hint: "Nom ou fonction.",
      kind: { kind: "line", most: 160 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "data.officer-email",
      title: "Courriel du délégué",
      hint: "À défaut, celui du service.",
      kind: { kind: "email" },
      initial: null,
      origin: demonstration,
    },
    {
      key: "data.authority",
      title: "Autorité de contrôle",
      kind: { kind: "line", most: 200 },
      initial: "Commission nationale de l’informatique et des libertés (CNIL)",
      origin: proposal,
    },
  ],
};

const finance: SettingGroup = {
  id: "finances",
  title: "Codes des finances",
  intro: "Recopiés tels quels sur les conventions et, si on les demande, dans les exports.",
  settings: [
    {
      key: "finance.programme",
      title: "Programme",
      kind: { kind: "line", most: 40 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "finance.chapter",
      title: "Chapitre",
      kind: { kind: "line", most: 40 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "finance.function",
      title: "Fonction",
      kind: { kind: "line", most: 40 },
      initial: null,
      origin: demonstration,
    },
    {
      key: "finance.account",
      title: "Nature comptable",
      kind: { kind: "line", most: 40 },
      initial: null,
      origin: demonstration,
    },
  ],
};

/** Everything that is set for the whole service, by page. */
export const settingGroups: readonly SettingGroup[] = [funder, voting, signing, law, data, finance, delays, calendar];

/** A setting by its key; null where there is none. */
export function declaredSetting(key: string): DeclaredSetting | null {
  return settingGroups.flatMap(({ settings }) => settings).find((one) => one.key === key) ?? null;
}
