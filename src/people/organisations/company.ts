import { z } from "zod";
import { isSiren, isSiret } from "#policy/index.ts";

/** A company as the public directory knows it, reduced to what the service keeps. */
export interface Company {
  readonly siren: string;
  readonly name: string;
  readonly legalCategory: string | null;
  readonly mainActivity: string | null;
  readonly createdOn: string | null;
  readonly headcountBand: string | null;
  readonly isOpen: boolean;
  /** A hint only: certified for Qualiopi, for the whole company. Null where the directory does not say. */
  readonly qualiopi: boolean | null;
  readonly declarationNumber: string | null;
  readonly establishments: readonly CompanyEstablishment[];
}

export interface CompanyEstablishment {
  readonly siret: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly commune: string | null;
  readonly isHead: boolean;
  readonly isOpen: boolean;
}

/** Fields come and go in the directory's answers: what is missing or of another type is "not said", never an accident. */
const said = z.string().trim().min(1).max(400).nullish().catch(null);
const flag = z.boolean().nullish().catch(null);

const establishmentSchema = z.object({
  siret: z.string().refine(isSiret),
  adresse: said,
  code_postal: said,
  commune: said,
  etat_administratif: said,
  est_siege: flag,
  liste_enseignes: z.array(z.string()).nullish().catch(null),
  nom_commercial: said,
  liste_id_organisme_formation: z.array(z.string()).nullish().catch(null),
});
type EstablishmentAnswer = z.infer<typeof establishmentSchema>;

const resultSchema = z.object({
  siren: z.string().refine(isSiren),
  nom_raison_sociale: said,
  nom_complet: said,
  nature_juridique: said,
  activite_principale: said,
  date_creation: said,
  tranche_effectif_salarie: said,
  etat_administratif: said,
  siege: establishmentSchema.nullish().catch(null),
  matching_etablissements: z.array(z.unknown()).nullish().catch(null),
  complements: z.object({ est_qualiopi: flag }).nullish().catch(null),
});

const answerSchema = z.object({ results: z.array(z.unknown()).max(100) });

/**
 * Reads an answer of `GET /search`: the company of that SIREN, or null when the directory does not hold it.
 * Throws on what is not an answer at all.
 */
export function readDirectoryAnswer(body: unknown, siren: string): Company | null {
  for (const one of answerSchema.parse(body).results) {
    const result = resultSchema.safeParse(one);
    if (result.success && result.data.siren === siren) return companyOf(result.data);
  }
  return null;
}

function companyOf(result: z.infer<typeof resultSchema>): Company {
  const matching = (result.matching_etablissements ?? [])
    .map((one) => establishmentSchema.safeParse(one).data)
    .filter((one) => one !== undefined);
  const head = result.siege ?? null;
  const all = new Map<string, EstablishmentAnswer>();
  for (const one of [...(head === null ? [] : [head]), ...matching]) {
    if (one.siret.startsWith(result.siren) && !all.has(one.siret)) all.set(one.siret, one);
  }
  return {
    siren: result.siren,
    name: result.nom_raison_sociale ?? result.nom_complet ?? `Organisme ${result.siren}`,
    legalCategory: matchOrNull(result.nature_juridique, /^\d{4}$/),
    mainActivity: matchOrNull(result.activite_principale, /^\d{2}\.?\d{1,2}[A-Z]?$/),
    createdOn: matchOrNull(result.date_creation, /^\d{4}-\d{2}-\d{2}$/),
    headcountBand: matchOrNull(result.tranche_effectif_salarie, /^(NN|\d{2})$/),
    isOpen: result.etat_administratif !== "C",
    qualiopi: result.complements?.est_qualiopi ?? null,
    declarationNumber: declarationOf([...all.values()]),
    establishments: [...all.values()].map((one) => establishmentOf(one, head?.siret ?? null)),
  };
}

function establishmentOf(answer: EstablishmentAnswer, headSiret: string | null): CompanyEstablishment {
  return {
    siret: answer.siret,
    name: answer.nom_commercial ?? answer.liste_enseignes?.[0] ?? null,
    address: answer.adresse ?? null,
    postcode: matchOrNull(answer.code_postal, /^\d{5}$/),
    commune: matchOrNull(answer.commune, /^\d[\dAB]\d{3}$/),
    isHead: answer.siret === headSiret || answer.est_siege === true,
    isOpen: answer.etat_administratif !== "F",
  };
}

/** One number only is a hint worth giving: several, and the person chooses. */
function declarationOf(establishments: readonly EstablishmentAnswer[]): string | null {
  const numbers = new Set(establishments.flatMap((one) => one.liste_id_organisme_formation ?? []));
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined && /^\d{11}$/.test(only) ? only : null;
}

function matchOrNull(value: string | null | undefined, pattern: RegExp): string | null {
  return value !== null && value !== undefined && pattern.test(value) ? value : null;
}
