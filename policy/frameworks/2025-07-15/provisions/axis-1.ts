/** Axis 1: its introduction, E3D (1.a) and consulting support (1.b). */
export const axis1 = `
AX1-01 | 1, 1er alinéa | Les structures ont dû changer de modèle économique, social et environnemental | page /strategie#AX1-01
AX1-02 | 1, 1er alinéa | Thèmes : pratiques, communication, métier des formateurs | page /strategie#AX1-02, form themes, tag practices, tag communication, tag trainers
AX1-03 | 1, 2e alinéa | La transformation part de l’entreprise, qui en reste maître | page /strategie#AX1-03, scheme appui-conseil CS-1, letter src/agreements/letters/grant-agreement.ts
AX1-04 | 1, 2e alinéa | Surtout des petites et moyennes entreprises, qui manquent de temps : la demande reste légère | page /strategie#AX1-04, code src/applications/begin/directory-answers.ts, later steering
AX1-05 | 1, 3e alinéa | Un soutien sur mesure, avec le développement durable en transversal | page /strategie#AX1-05, form sustainability, grid sustainability
AX1A-01 | 1.a | E3D, porté par la DEEDD : accompagnement des démarches de développement durable | scheme e3d E3D-1
AX1A-02 | 1.a | Mobilisé selon les besoins, sans montant ni condition : une orientation, pas une subvention | scheme e3d E3D-1, page /developpement-durable, code src/community/referrals/acts.ts#askReferral
AX1B-01 | 1.b, 1er tiret | Un diagnostic partagé et un plan d’action avec tous les acteurs en lien | rule CS-1, form stakeholders, grid stakeholders, form structures.*.phases.*.phase
AX1B-02 | 1.b, 2e tiret | Un accompagnement, avec une évaluation prospective des impacts territoriaux | rule CS-1, form territorialImpact, grid impacts, later claims
AX1B-03 | 1.b | Demander une phase seule : le texte ne le dit pas | rule CS-1, doubt D-11, paper diagnosis
AX1B-04 | 1.b, public visé | Mettre en œuvre de la formation sur le territoire normand | rule CS-2, form structures.*.commune, form structures.*.headOfficeCommune
AX1B-05 | 1.b, public visé | Avoir pour activité principale la formation continue et en alternance | rule CS-3, form structures.*.mainActivityIsTraining, form structures.*.nda, paper training-activity
AX1B-06 | 1.b, public visé | Compter plus de 5 salariés : 5 ne suffit pas | rule CS-4, form structures.*.headcount, paper headcount
AX1B-07 | 1.b, public visé | Accueillir des personnes en recherche d’emploi, ou projeter de le faire | rule CS-5, form structures.*.servesJobSeekers, form structures.*.jobSeekersPlan, paper job-seekers-plan
AX1B-08 | 1.b, public visé | Les quatre conditions s’ajoutent | doubt D-15, rule CS-2, rule CS-3, rule CS-4, rule CS-5
AX1B-09 | 1.b, financement | Voie 1 : la structure demande pour elle-même | rule CS-6, form route
AX1B-10 | 1.b, financement | Voie 2 : une démarche collective d’un groupement ou d’un réseau | rule CS-6, form bearer.mandated, paper mandate, doubt D-16
AX1B-11 | 1.b, financement | Voie 3 : par un OPCO | rule CS-6, form bearer.opco, paper opco-agreement, doubt D-17
AX1B-12 | 1.b, financement | La Région intervient par subvention | letter src/awards/letters/award-letter.ts, letter src/agreements/letters/grant-agreement.ts
AX1B-13 | 1.b, financement | 1 000 € hors taxes par journée au plus, dans les deux phases | rule CS-7, form structures.*.phases.*.dailyCost, doubt D-18
AX1B-14 | 1.b, financement | 70 % au plus de l’enveloppe mobilisée | rule CS-8, form otherPublicFunding, code policy/frameworks/2025-07-15/consulting-support/funding.ts
AX1B-15 | 1.b, financement | 25 jours au plus pour une même structure | rule CS-9, form structures.*.daysAlreadyFunded, code src/life/ledger/ledger.ts#ledgersOf
AX1B-16 | 1.b, financement | 17 500 € au plus par structure | rule CS-9, doubt D-20, code src/life/ledger/ledger.ts#ledgersOf
AX1B-17 | 1.b, financement | Les plafonds valent pour chaque structure : les journées communes se partagent | rule CS-9, form bearer.sharing, form structures.*.daysAttended, doubt D-21
AX1B-18 | 1.b, financement | La demande présente la démarche : calendrier et prestataire choisi | form structures.*.phases.*.startsOn, form structures.*.phases.*.endsOn, form provider.siret, paper quote, grid approach
AX1B-19 | 1.b, prestataire | Le prestataire est choisi librement, s’il répond aux critères de qualité | doubt D-22, form structures.*.procurement, paper procurement, scheme appui-conseil CS-11
AX1B-20 | 1.b, prestataire | Exister depuis au moins 3 ans | rule CS-11, form provider.createdOn, doubt D-23
AX1B-21 | 1.b, prestataire | Des intervenants avec au moins 2 ans d’expérience | rule CS-12, form provider.consultants.*.yearsOfExperience, paper cv
AX1B-22 | 1.b, prestataire | Les moyens de mener un appui individuel et collectif | rule CS-13, form provider.capacityDetail, grid capacity
AX1B-23 | 1.b, prestataire | Préciser son champ d’intervention | rule CS-14, form provider.fields
AX1B-24 | 1.b, prestataire | Ne pas sous-traiter | rule CS-15, form provider.subcontracts, later claims
AX1B-25 | 1.b, prestataire | S’appuyer sur un partenaire expert, sous contrat préalable avec la structure et la Région | rule CS-15, form provider.partnerBody, form provider.partnerSignedOn, form provider.partnerStartsOn, paper partner-contract, doubt D-24
AX1B-26 | 1.b, prestataire | S’engager à participer aux comités de suivi, si nécessaire | rule CS-16, form provider.joinsMonitoringCommittees, later claims
AX1B-27 | 1.b, prestataire | Fournir les livrables attendus | rule CS-17, form provider.providesDeliverables, later claims
AX1B-28 | 1.b, suivi | La Région suit les projets financés | letter src/agreements/letters/grant-agreement.ts, later claims
AX1B-29 | 1.b, suivi | À chaque phase, les livrables qui permettent de suivre et d’évaluer | form structures.*.phases.*.deliverables, letter src/agreements/letters/grant-agreement.ts, later claims
AX1B-30 | 1.b | Le texte se tait sur le début des travaux, les versements et les cofinancements | doubt D-25, code src/agreements/duties.ts
`;
