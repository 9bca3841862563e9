/** Axis 2: its introduction, Communotic (2.a), events (2.b) and the modernisation of services (2.d). */
export const axis2 = `
AX2-01 | 2, 1er alinéa | Des formations jugées trop scolaires ou trop contraignantes | page /strategie#AX2-01
AX2-02 | 2, 1er alinéa | Des entreprises qui voient mal leur part | page /strategie#AX2-02, later steering
AX2-03 | 2, 2e alinéa | Repenser l’ingénierie et les façons de former | page /strategie#AX2-03
AX2A-01 | 2.a | Communotic rapproche le numérique et la formation | scheme communotic COM-1
AX2A-02 | 2.a | Une évaluation de 2020 conduit à poursuivre | page /strategie#AX2A-02
AX2A-03 | 2.a, 1er tiret | Réunir tous les acteurs concernés du territoire | scheme communotic COM-2, page /communaute
AX2A-04 | 2.a, 2e tiret | S’adapter à la maturité numérique de chacun | scheme communotic COM-3, page /maturite
AX2A-05 | 2.a, 3e tiret | Une gouvernance renouvelée et partagée | scheme communotic COM-4, page /communaute/gouvernance
AX2B-01 | 2.b | La Région peut organiser des événements pour faire naître des projets | scheme evenements EVT-1, page /agenda
AX2D-01 | 2.d, projets | Transformer les structures par l’innovation, en réponse aux transitions | scheme modernisation MO-2, rule MO-9-2
AX2D-02 | 2.d, projets | Hors pédagogie, par un appel lancé par la Région avec la DREETS | scheme modernisation MO-1, code src/calls/acts.ts#publishCall, code src/selection/bodies/acts.ts#giveBodyOpinion
AX2D-03 | 2.d, projets | La structure qui demande change sa propre organisation | rule MO-2, form project.changesOwnOrganisation
AX2D-04 | 2.d, projets | Exemple : l’offre globale de service | rule MO-2, form project.kinds
AX2D-05 | 2.d, projets | Exemple : la stratégie de communication | rule MO-2, form project.kinds
AX2D-06 | 2.d, projets | Exemple : l’organisation au service de la continuité pédagogique | rule MO-2, form project.kinds, doubt D-49
AX2D-07 | 2.d, projets | Les modalités de financement sont dans chaque appel | scheme modernisation MO-3, doubt D-03, code src/calls/under.ts#underCall
AX2D-08 | 2.d, publics | Mis en œuvre en Normandie | rule MO-4
AX2D-09 | 2.d, publics | Pour les publics de la politique régionale, ou transposable | rule MO-5
AX2D-10 | 2.d, publics | Ni liste de statuts, ni taille minimale | code policy/frameworks/2025-07-15/service-modernisation/criteria.ts#criteria
AX2D-11 | 2.d, dépenses | Les dépenses de la phase de développement | rule MO-6, form costs.*.nature
AX2D-12 | 2.d, dépenses | La communication nécessaire pour faire connaître le projet | rule MO-6, form costs.*.nature
AX2D-13 | 2.d, dépenses | Tous les outils de promotion portent la mention exacte du texte | declaration mention, doubt D-07, code policy/frameworks/2025-07-15/service-modernisation/mention.ts#mention, later claims
AX2D-14 | 2.d, dépenses | Le fonctionnement lié à la mise en œuvre | rule MO-6, form costs.*.isInvestment, doubt D-50
AX2D-15 | 2.d, dépenses | Numérique : un site écoconçu et accessible | code policy/frameworks/2025-07-15/service-modernisation/cost-sheet.ts#costSheet, form costs.*.ecoDesigned, form costs.*.accessible, paper site-commitments
AX2D-16 | 2.d, dépenses | Numérique : une plateforme d’apprentissage en ligne | form costs.*.nature, doubt D-49
AX2D-17 | 2.d, dépenses | Numérique : recruter et positionner autrement, pour des parcours individualisés | form costs.*.nature
AX2D-18 | 2.d, dépenses | Énergie et écologie : un plateau technique plus sobre | form costs.*.nature, form costs.*.isPedagogical
AX2D-19 | 2.d, dépenses | Énergie et écologie : les mobilités douces | form costs.*.nature, doubt D-50
AX2D-20 | 2.d, dépenses | Énergie et écologie : les achats durables | form costs.*.nature
AX2D-21 | 2.d, dépenses | Énergie et écologie : les déchets | form costs.*.nature
AX2D-22 | 2.d, dépenses | Aucun exemple pour le démographique et le sociétal, qui restent possibles | rule MO-9-2, form project.transitions
AX2D-23 | 2.d, sélection | Critère 1 : se réaliser en Normandie | rule MO-4, grid in-normandy
AX2D-24 | 2.d, sélection | Critère 2 : mieux répondre au besoin de formation repéré | rule MO-9-2, grid better-answer
AX2D-25 | 2.d, sélection | Critère 3 : donner de quoi juger de la pertinence | rule MO-9-3, grid relevance
AX2D-26 | 2.d, sélection | Critère 4 : phases, calendrier et plan de financement | rule MO-9-4, grid phases-and-plan
AX2D-27 | 2.d, sélection | Les quatre critères sont remplis ou non, jamais notés | scheme modernisation MO-9, grid in-normandy, code src/selection/scores/judged.ts#judgedOf
`;
