/** Axis 3, to professionalise; axis 4, to evaluate, keep and spread. */
export const axes3And4 = `
AX3-01 | 3, 1er alinéa | Des besoins en compétences renouvelées | page /strategie#AX3-01
AX3-02 | 3, 1er alinéa | Chaque année, un programme de la Région et de l’État, mis en œuvre par le Carif-Oref | scheme professionnalisation PR-1, page /formations, code src/agenda/training/year/plan.ts#readPlan
AX3-03 | 3, 1er tiret | Amplifier ce programme, engagé en 2019 | page /formations, code src/agenda/training/year/volumes.ts#listVolumes
AX3-04 | 3, 1er tiret | Une offre construite avec les réseaux normands | scheme professionnalisation PR-2, code src/agenda/training/year/needs.ts#listNeeds
AX3-05 | 3, 1er tiret | En complément des plans des entreprises et des OPCO | scheme professionnalisation PR-2, source opco, code src/agenda/training/year/plan.ts#readPlan
AX3-06 | 3, 2e tiret | Accélérer, avec les moyens additionnels de l’État | source pact-2024-2027, code src/agenda/training/year/plan.ts#readPlan
AX3-07 | 3, 2e tiret | Un accès égal pour toutes les équipes | scheme professionnalisation PR-3, code src/agenda/training/year/access.ts#readAccess
AX3-08 | 3, 2e tiret | Peser peu sur l’activité quotidienne | scheme professionnalisation PR-3, page /formations
AX3-09 | 3, 2e tiret | Payer une part du reste à charge de l’employeur | scheme professionnalisation PR-3, page /formations/reste-a-charge, code policy/frameworks/2025-07-15/professional-training/remaining-cost.ts#remainingCost
AX4-01 | 4, 1er alinéa | Soutenir tous les acteurs dans leurs mutations | page /strategie#AX4-01
AX4-02 | 4, 1er alinéa | Garder et partager les pratiques à l’échelle de la région | page /strategie#AX4-02, page /communaute/pratiques, later catalogue
AX4-03 | 4, 1er tiret | Capitaliser : espace de travail, diffusion | page /strategie#axe-4, later catalogue
AX4-04 | 4, 2e tiret | Mesurer l’effet de l’innovation sur le public cible | page /strategie#axe-4, later evaluation
AX4-05 | 4, 3e tiret | Généraliser ce qui marche | page /strategie#axe-4, later catalogue
AX4-06 | 4, 3e alinéa | L’évaluation globale revient à la Région | later evaluation
AX4-07 | 4, 3e alinéa | Elle est travaillée en comité de pilotage | page /strategie#axe-4, code src/committees/acts.ts#makeCommittee, later evaluation
AX4-08 | 4, 3e alinéa | Indicateurs quantitatifs : structures par action, nouveaux projets | later evaluation, later steering
AX4-09 | 4, 3e alinéa | Indicateurs qualitatifs : innovation, essaimage, parcours | later evaluation
AX4-10 | 4, 4e alinéa | Chaque action a sa propre évaluation | page /strategie#axe-4, later evaluation
`;
