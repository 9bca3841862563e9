import { territory } from "#policy/index.ts";
import type { OrganisationKind, QualiopiCategory } from "../organisations/organisation.ts";
import type { AgentRole, MemberRole, Visitor } from "../visitor.ts";

export const agentRoleWords: Readonly<Record<AgentRole, string>> = {
  officer: "Instructeur",
  supervisor: "Responsable de service",
  approver: "Secrétariat de l’assemblée",
  accountant: "Comptable",
  administrator: "Administrateur",
  auditor: "Auditeur",
  animator: "Animation de la communauté",
  "sustainability-adviser": "Conseil E3D (DEEDD)",
  organiser: "Organisateur d’événements",
  operator: "Opérateur du programme de formation",
  dreets: territory.bodies.dreets.name,
  "managing-authority": territory.bodies["managing-authority"].name,
  opco: "OPCO, instruction conjointe",
  assessor: "Évaluateur",
};

export const memberRoleWords: Readonly<Record<MemberRole, string>> = {
  owner: "Responsable",
  editor: "Rédacteur",
  reader: "Lecteur",
};

/** « Instructeur », « Responsable, Formation Littoral »: under whose cap the visitor sees the page. */
export function roleInWords(visitor: Visitor): string | undefined {
  if (visitor.agentRoles.length > 0) return visitor.agentRoles.map((role) => agentRoleWords[role]).join(", ");
  const [first, ...others] = visitor.memberships;
  if (first === undefined) return undefined;
  if (others.length > 0) return `${visitor.memberships.length} organismes`;
  return `${memberRoleWords[first.role]}, ${first.organisationName}`;
}

export const kindWords: Readonly<Record<OrganisationKind, string>> = {
  "training-body": "Organisme de formation",
  consultant: "Cabinet ou consultant",
  opco: "Opérateur de compétences (OPCO)",
  network: "Réseau ou groupement d’organismes",
  other: "Autre organisme",
};

export const qualiopiWords: Readonly<Record<QualiopiCategory, string>> = {
  training: "Actions de formation",
  "skills-assessment": "Bilans de compétences",
  "prior-learning-validation": "Validation des acquis de l’expérience (VAE)",
  apprenticeship: "Formation par apprentissage",
};

export const memberRoleHints: Readonly<Record<MemberRole, string>> = {
  owner: "Gère l’organisme et ses membres, prépare et dépose les demandes.",
  editor: "Prépare et dépose les demandes.",
  reader: "Suit les demandes sans les modifier.",
};

export const agentRoleHints: Readonly<Record<AgentRole, string>> = {
  officer: "Instruit les demandes, donne un avis, notifie la décision, établit la convention.",
  supervisor: "Valide ou renvoie les avis, affecte les dossiers ; peut aussi instruire et notifier.",
  approver: "Prépare le rapport, enregistre ce qui est voté.",
  accountant: "Suit les conventions et leurs montants.",
  administrator: "Donne et retire les rôles.",
  auditor: "Lit tout, ne modifie rien.",
  animator: "Accueille, modère et fait vivre la communauté ; ne lit aucun dossier.",
  "sustainability-adviser": "Répond aux orientations vers E3D ; ne lit aucun dossier.",
  organiser: "Prépare et anime les événements de l’agenda ; ne lit aucun dossier.",
  operator: "Fait vivre le programme annuel de professionnalisation ; ne lit aucun dossier.",
  dreets: "Lit les dossiers des appels instruits avec la DREETS, donne son avis, pose des questions.",
  "managing-authority": "Lit les dossiers des appels instruits avec le FSE+, donne son avis, pose des questions.",
  opco: "Lit les dossiers des appels instruits avec l’OPCO, donne son avis, pose des questions.",
  assessor: "Évalue les dossiers qui lui sont confiés, et ne lit que ceux-là.",
};
