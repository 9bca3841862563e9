import type { Appeals, Letterhead } from "./letterhead.ts";

/** A fictional funder, so that no document of the tests can be taken for a real one. */
export function letterheadFixture(fields: Partial<Letterhead> = {}): Letterhead {
  return {
    issuer: {
      name: "Région d’Exemple",
      address: ["1 place de la Démonstration", "14000 Caen"],
      website: "region.exemple.fr",
    },
    office: {
      name: "Service Modernisation de la formation",
      address: ["1 place de la Démonstration", "14000 Caen"],
      phone: "02 00 00 00 00",
      email: "modernisation@region.exemple.fr",
      hours: "du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h",
    },
    references: [
      { label: "Dossier", value: "AC-2026-0042" },
      { label: "Dispositif", value: "Appui conseil" },
    ],
    issuedOn: "2026-03-03",
    place: "Caen",
    recipient: {
      name: "Les Ateliers du Bocage (association fictive)",
      attention: "la direction",
      address: ["12 rue des Essais", "61000 Alençon"],
    },
    notice: "Données de démonstration : personnes et organismes sont fictifs.",
    ...fields,
  };
}

export function bareLetterheadFixture(): Letterhead {
  const { issuer, office } = letterheadFixture();
  return {
    issuer: { name: issuer.name, address: [] },
    office: { name: office.name, address: office.address, phone: office.phone, email: office.email },
    references: [{ label: "Dossier", value: "AC-2026-0001" }],
    issuedOn: "2026-03-01",
  };
}

export function appealsFixture(confirmed = true): Appeals {
  return {
    months: 2,
    review: { name: "Président de la Région d’Exemple", address: ["1 place de la Démonstration", "14000 Caen"] },
    court: {
      name: "tribunal administratif de Caen",
      address: ["3 rue Arthur-Le-Duc", "14000 Caen"],
      online: "citoyens.telerecours.fr",
    },
    confirmed,
  };
}
