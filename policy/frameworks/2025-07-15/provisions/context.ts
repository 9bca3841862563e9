/** The act itself, then parts I to III. */
export const context = `
ACT-01 | Titre | Le cadre est adopté par la Commission permanente le 15 juillet 2025 | code policy/frameworks/2025-07-15/deliberation.ts#deliberation, page /strategie/versions
ACT-02 | Titre | La stratégie porte sur la transformation et la modernisation des structures de formation | page /strategie, code policy/frameworks/2025-07-15/framework.ts#framework20250715
ACT-03 | Titre | Le texte modifie un cadre antérieur : les versions se suivent, chaque dossier garde la sienne | code policy/index.ts#frameworkOn, code src/applications/draft/draft-notices.tsx, page /strategie/versions
ACT-04 | Tout le texte | Ni durée, ni budget, ni calendrier, ni échéancier, ni poids : ce sont des paramètres que fixe la Région | code src/agreements/duties.ts, code src/calls/missing.ts#blocksOpening
CTX-01 | I, 1er alinéa | Les publics et les entreprises veulent des formations individualisées, modulaires, renouvelées, numériques | page /strategie#CTX-01, tag individualised, tag modular, tag renewed, tag digital-approach
CTX-02 | I, 1er alinéa | La loi du 5 septembre 2018 pousse le secteur à repenser son modèle | page /strategie#CTX-02
CTX-03 | I, 2e alinéa | La Région consacre environ 190 M€ par an à la formation professionnelle | page /strategie#reperes
CTX-04 | I, 2e alinéa | L’État ajoute les fonds du premier Pacte sur 2019-2022 | page /strategie#CTX-04, source pact-2019-2023
CTX-05 | I, 2e alinéa | En 2019 : près de 25 000 stagiaires et 10 000 étudiants du sanitaire et social | page /strategie#reperes
CTX-06 | I, 2e alinéa | En 2019 : 150 organismes et instituts partenaires | page /strategie#reperes
CTX-07 | I, 3e alinéa | La Région coordonne et achète la formation professionnelle : une aide ne paie pas ce qu’un marché paie déjà | page /strategie#CTX-07, declaration other-aid
CTX-08 | I, 3e alinéa | Communotic existe depuis 2010 | page /strategie#CTX-08
CTX-09 | I, 3e alinéa | Le Carif-Oref porte à ce jour le programme de professionnalisation | page /strategie#CTX-09, scheme professionnalisation PR-1
CTX-10 | I, 4e alinéa | Le premier Pacte court sur 2019-2023 | page /strategie#CTX-10, source pact-2019-2023
CTX-11 | I, 4e alinéa | Le FSE+ 2021-2027 est l’un des moyens de la stratégie | page /strategie#CTX-11, source esf-plus-2021-2027
CTX-12 | I, 4e alinéa | Une convention du 30 mai 2024 ouvre un nouveau Pacte 2024-2027 | page /strategie#CTX-12, source pact-2024-2027
CTX-13 | I, 5e alinéa | Métiers, transitions et règles changent ; la stratégie est écrite avec les acteurs | page /strategie#CTX-13
CTX-14 | I, 5e alinéa, 1er tiret | La stratégie s’appuie sur les ambitions du premier Pacte | page /strategie#CTX-14
CTX-15 | I, 5e alinéa, 2e tiret | Engagement 1 du CPRDFOP : renouveler les offres par l’innovation et l’expérimentation | page /strategie#CTX-15, tag cprdfop-1
CTX-16 | I, 5e alinéa, 2e tiret | Engagement 2 du CPRDFOP : tenir compte des transitions partout | page /strategie#CTX-16, tag cprdfop-2
CTX-17 | I, 5e alinéa, 3e tiret | La stratégie s’appuie sur l’expérience du Pacte et de Communotic | page /strategie#CTX-17
ENJ-01 | II, 1er tiret | Mieux répondre aux besoins en compétences des entreprises | page /strategie#finalites, tag skills, form purposes
ENJ-02 | II, 2e tiret | Rendre la formation plus attractive et répondre aux publics | page /strategie#finalites, tag attractiveness, form purposes
ENJ-03 | II, 3e tiret | Accompagner les mutations du secteur | page /strategie#finalites, tag mutations, form purposes
OBJ-01 | III, 1er tiret | Poursuivre une modernisation partagée qui répond aux quatre transitions | page /strategie#objectifs, tag modernisation, form objectives, form transitions
OBJ-02 | III, 2e tiret | Promouvoir et déployer l’innovation | page /strategie#objectifs, tag innovation, form objectives
OBJ-03 | III, 3e tiret | Proposer des pédagogies appuyées sur de nouveaux modes d’apprentissage | page /strategie#objectifs, tag pedagogies, tag collaborative, tag micro-learning, tag learning-to-learn, tag neuroscience
OBJ-04 | III, 4e tiret | Disposer d’un appareil de formation renouvelé | page /strategie#objectifs, tag renewal, form objectives
OBJ-05 | III | Quatre axes, qui sont les quatre titres du texte | page /strategie#axe-1, tag support, tag innovate, tag professionalise, tag spread
`;
