/** Where the text can be read in two ways, or does not say: the question, then the reading that the service applies. */
export const doubts = `
D-01 | Titre | Quelle version juge un dossier ? | Celle en vigueur au dépôt ; la date d’effet suit la transmission et la publication. | code policy/engine/framework/deliberation.ts#inForceFrom, page /strategie/versions
D-02 | Tout le texte | Comment nommer les acteurs, qui ont plusieurs noms ? | « Structure de formation », partout. | code GLOSSARY.md
D-03 | 2.d | Que faire des paramètres absents ? | Ne rien inventer : sans appel publié, pas de montant. | scheme modernisation MO-3, doubt D-03, code src/calls/missing.ts#blocksOpening
D-04 | I | Le premier Pacte finit-il en 2022 ou en 2023 ? | Les deux sont montrés ; le service retient 2019-2023. | page /strategie#D-04, source pact-2019-2023
D-05 | I | Les 150 partenaires sont-ils le public de l’axe 1 ? | Non : chaque indicateur nomme ce à quoi il se rapporte. | later evaluation
D-06 | I, 3 | Comment ne pas payer deux fois ? | Les autres financements sont demandés, chaque dépense dit si un autre fonds la paie, et une facture déjà présentée est signalée. | form otherPublicFunding, form costs.*.paidElsewhere, declaration other-aid, later claims
D-07 | 2.d, 3 | La mention du Pacte est-elle encore la bonne ? | Elle est gardée telle quelle pour 2.d, et à confirmer par la Région. | letter src/agreements/letters/grant-agreement.ts, doubt D-07, code policy/frameworks/2025-07-15/service-modernisation/mention.ts#mention
D-08 | I, III, 2.d | Les listes de transitions diffèrent : laquelle compter ? | Les quatre de la stratégie, avec une correspondance montrée aux agents. | code policy/frameworks/2025-07-15/tags.ts#transitionWords, tag ecological, tag technological
D-09 | 1 | Les livrables sont-ils une contrepartie ? | Non : ils servent au suivi. | letter src/agreements/letters/grant-agreement.ts
D-10 | 1.a | E3D est-il le label national ? | Non : une orientation vers la DEEDD ; un label déclaré est noté comme un fait. | scheme e3d E3D-1, code src/community/referrals/acts.ts#declareLabel
D-11 | 1.b | Une phase seule est-elle possible ? | Un diagnostic seul, oui ; un accompagnement seul, si un diagnostic existe. | doubt D-11
D-12 | 1.b, 2.c, 2.d | Le siège doit-il être en Normandie ? | Un lieu de mise en œuvre suffit. | doubt D-12, rule CS-2, rule MO-4
D-13 | 1.b | Formation continue « et » en alternance : les deux ? | L’une ou l’autre suffit. | doubt D-13, doubt D-13-main, rule CS-3
D-14 | 1.b | Comment compter les salariés ? | En personnes, dans l’entreprise, au dépôt. | doubt D-14, rule CS-4
D-15 | 1.b | Les conditions s’ajoutent-elles ? | Oui. | doubt D-15
D-16 | 1.b | Qui remplit les conditions d’une démarche collective ? | Chaque structure accompagnée. | doubt D-16
D-17 | 1.b | Qui est payé, par un OPCO ? | Le signataire ; les plafonds suivent la structure. | doubt D-17
D-18 | 1.b | 1 000 € par jour : de coût ou d’aide ? | De coût retenu. | doubt D-18
D-19 | 1.b | Que comprend l’enveloppe ? | Les coûts hors taxes des journées. | doubt D-19
D-20 | 1.b | Sur quelle période courent les plafonds ? | Sur la durée de cette version. | doubt D-20, doubt D-20-2020
D-21 | 1.b | Comment compter une journée commune ? | Elle se partage entre les structures présentes. | doubt D-21
D-22 | 1.b | Le libre choix dispense-t-il de la commande publique ? | Non, pour qui y est soumis. | doubt D-22
D-23 | 1.b | Trois ans à quelle date ? | Au dépôt. | doubt D-23
D-24 | 1.b | Qui signe avec le partenaire ? | La structure et la Région, avant son premier jour. | doubt D-24
D-25 | 1.b | Peut-on commencer avant le dépôt ? | Le cas est signalé, le service apprécie. | doubt D-25, rule CS-10
D-26 | 2.a | Quelle échelle de maturité ? | Celle du service, dite telle, sans effet sur l’éligibilité. | page /maturite
D-27 | 1.b, 2.a, 4 | Comment sont composés les comités ? | Un même objet : membres, quorum, conflits d’intérêts, comptes rendus. | code src/committees/acts.ts#makeCommittee
D-28 | 2.c | Gratuit veut-il dire libre ? | Prix nul au moins le temps de la convention ; une licence est demandée. | doubt D-28, later catalogue
D-29 | 2.c, 2.d | Quels poids, quelle échelle ? | Une proposition du service, votée par le comité avant l’ouverture. | doubt D-29, code src/calls/weights.ts#weightErrors, code src/calls/acts.ts#recordGridVote
D-30 | 2.c | Où chercher une formation qui existe ? | Une déclaration et les codes des répertoires ; une personne juge. | doubt D-30, doubt D-30-tool, form project.existingCode
D-31 | 2.c | Quel texte l’emporte, de l’appel FSE+ et du cadre ? | Celui de l’appel ; la Région décide après sa sélection. | doubt D-31, code src/selection/obstacles.ts#obstaclesTo
D-32 | 2.c | 20 % : un taux fixe ? | Oui, des dépenses retenues, arrondi au centime inférieur. | doubt D-32
D-33 | 2.c | D’où viennent les 20 % restants ? | De toute autre ressource ; le total fait 100 % du coût. | doubt D-33, code policy/frameworks/2025-07-15/transitions/funding.ts#fund
D-34 | 2.c | Deux fins : laquelle compte ? | L’activité finit avant le 30 juin 2027 ; le paiement peut suivre jusqu’au 31 décembre. | doubt D-34, doubt D-34-end, later claims
D-35 | 2.c | 10 % exactement ? | À apprécier, et compté à part. | doubt D-35
D-36 | 2.c | Les partenaires portent-ils des dépenses ? | Non : toutes sont au chef de file. | doubt D-36
D-37 | 2.c | Quelles tâches comptent ? | Ingénierie et diffusion ; le pilotage est à apprécier. | doubt D-37
D-38 | 2.c | Qui est soumis « de fait » à la commande publique ? | Un questionnaire ; une personne conclut. | doubt D-38
D-39 | 2.c | Une maintenance qui dépasse la fin ? | Au prorata des jours. | doubt D-39
D-40 | 2.c | Les trois conditions de l’équipement s’ajoutent-elles ? | Non, une suffit ; le petit équipement informatique est à apprécier. | doubt D-40
D-41 | 2.c | Clé ou option simplifiée ? | Une seule méthode par dossier. | doubt D-41
D-42 | 2.c, 2.d | Hors taxes ou toutes taxes ? | Hors taxes, plus la TVA non récupérable. | doubt D-42, later claims
D-43 | 2.c | Qui travaille avec les personnes en recherche d’emploi ? | Le chef de file ; pour un partenaire, à apprécier. | doubt D-43
D-44 | 2.c | Comment ranger les statuts ? | Une table des catégories de l’Insee. | doubt D-44
D-45 | 2.c | Un partenaire inéligible ? | Le projet ne l’est pas tel que déposé ; on peut demander de le retirer. | doubt D-45
D-46 | 2.c | Un accord signé le jour du dépôt ? | Trop tard : il prend effet avant. | doubt D-46
D-47 | 2.c | Quelle capacité de préfinancer ? | Les faits sont montrés ; une personne conclut. | doubt D-47, rule EL-4
D-48 | 2.c | 15 000 € à quel moment ? | Au dépôt, à la décision, à chaque avenant. | doubt D-48, code src/selection/ranking/retained.ts#brokenBy, later claims
D-49 | 2.d | Où finit le « hors pédagogie » ? | Les lignes pédagogiques sont signalées. | doubt D-49
D-50 | 2.d | Fonctionnement ou investissement ? | La question est posée par ligne. | doubt D-50, form costs.*.isInvestment
D-51 | 3 | Quelle part du reste à charge ? | Celle du programme de l’année ; sans elle, aucun calcul. | page /formations/reste-a-charge, code policy/frameworks/2025-07-15/professional-training/remaining-cost.ts#remainingCost
D-52 | 4 | Comment définir les indicateurs ? | Un dictionnaire ; une structure compte une fois par action. | later evaluation
`;
