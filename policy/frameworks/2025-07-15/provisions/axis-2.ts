/** Axis 2: its introduction, Communotic (2.a), events (2.b) and the modernisation of services (2.d). */
export const axis2 = `
AX2-01 | 2, 1er alinéa | Des formations jugées trop scolaires ou trop contraignantes | page /strategie#AX2-01
AX2-02 | 2, 1er alinéa | Des entreprises qui voient mal leur part | page /strategie#AX2-02, later steering
AX2-03 | 2, 2e alinéa | Repenser l’ingénierie et les façons de former | page /strategie#AX2-03
AX2A-01 | 2.a | Communotic rapproche le numérique et la formation | scheme communotic COM-1
AX2A-02 | 2.a | Une évaluation de 2020 conduit à poursuivre | page /strategie#AX2A-02, later catalogue
AX2A-03 | 2.a, 1er tiret | Réunir tous les acteurs concernés du territoire | scheme communotic COM-2, later community
AX2A-04 | 2.a, 2e tiret | S’adapter à la maturité numérique de chacun | scheme communotic COM-3, page /maturite
AX2A-05 | 2.a, 3e tiret | Une gouvernance renouvelée et partagée | scheme communotic COM-4, later community
AX2B-01 | 2.b | La Région peut organiser des événements pour faire naître des projets | scheme evenements EVT-1, page /agenda
AX2D-01 | 2.d, projets | Transformer les structures par l’innovation, en réponse aux transitions | scheme modernisation MO-2, later modernisation
AX2D-02 | 2.d, projets | Hors pédagogie, par un appel lancé par la Région avec la DREETS | scheme modernisation MO-1, later calls, later selection
AX2D-03 | 2.d, projets | La structure qui demande change sa propre organisation | scheme modernisation MO-2, later modernisation
AX2D-04 | 2.d, projets | Exemple : l’offre globale de service | scheme modernisation MO-2, later modernisation
AX2D-05 | 2.d, projets | Exemple : la stratégie de communication | scheme modernisation MO-2, later modernisation
AX2D-06 | 2.d, projets | Exemple : l’organisation au service de la continuité pédagogique | scheme modernisation MO-2, later modernisation
AX2D-07 | 2.d, projets | Les modalités de financement sont dans chaque appel | scheme modernisation MO-3, later calls
AX2D-08 | 2.d, publics | Mis en œuvre en Normandie | scheme modernisation MO-4, later modernisation
AX2D-09 | 2.d, publics | Pour les publics de la politique régionale, ou transposable | scheme modernisation MO-5, later modernisation
AX2D-10 | 2.d, publics | Ni liste de statuts, ni taille minimale | later modernisation
AX2D-11 | 2.d, dépenses | Les dépenses de la phase de développement | later modernisation
AX2D-12 | 2.d, dépenses | La communication nécessaire pour faire connaître le projet | later modernisation
AX2D-13 | 2.d, dépenses | Tous les outils de promotion portent la mention exacte du texte | later modernisation, later claims
AX2D-14 | 2.d, dépenses | Le fonctionnement lié à la mise en œuvre | later modernisation
AX2D-15 | 2.d, dépenses | Numérique : un site écoconçu et accessible | later modernisation
AX2D-16 | 2.d, dépenses | Numérique : une plateforme d’apprentissage en ligne | later modernisation
AX2D-17 | 2.d, dépenses | Numérique : un nouveau recrutement, pour des parcours individualisés | later modernisation
AX2D-18 | 2.d, dépenses | Énergie et écologie : un plateau technique plus sobre | later modernisation
AX2D-19 | 2.d, dépenses | Énergie et écologie : les mobilités douces | later modernisation
AX2D-20 | 2.d, dépenses | Énergie et écologie : les achats durables | later modernisation
AX2D-21 | 2.d, dépenses | Énergie et écologie : les déchets | later modernisation
AX2D-22 | 2.d, dépenses | Aucun exemple pour le démographique et le sociétal, qui restent possibles | later modernisation
AX2D-23 | 2.d, sélection | Critère 1 : se réaliser en Normandie | later selection
AX2D-24 | 2.d, sélection | Critère 2 : mieux répondre au besoin de formation repéré | later selection
AX2D-25 | 2.d, sélection | Critère 3 : donner de quoi juger de la pertinence | later selection
AX2D-26 | 2.d, sélection | Critère 4 : phases, calendrier et plan de financement | later modernisation, later selection
AX2D-27 | 2.d, sélection | Les quatre critères sont remplis ou non, jamais notés | later selection
`;
