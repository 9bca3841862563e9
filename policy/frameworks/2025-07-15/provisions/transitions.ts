/** The regional scheme that completes the ESF+ (2.c). */
export const transitions = `
AX2C-01 | 2.c, projets | Transformer les structures par l’innovation, en réponse aux transitions | scheme transitions TR-1, rule TR-1
AX2C-02 | 2.c, projets | Le projet se situe en Normandie | scheme transitions TR-2, rule TR-2
AX2C-03 | 2.c, projets | Diffusion et mise à disposition gratuites | scheme transitions TR-3, rule EL-8, declaration free-sharing, later catalogue
AX2C-04 | 2.c, projets | De l’ingénierie pédagogique, en complément des parcours qui existent | scheme transitions TR-1, rule TR-1
AX2C-05 | 2.c, projets | Répondre à un ou plusieurs problèmes posés par les transitions | scheme transitions TR-4, rule TR-4
AX2C-06 | 2.c, projets | Répondre à plusieurs transitions est valorisé | scheme transitions TR-4, rule TR-4, code policy/engine/grants/grid.ts#countedOn
AX2C-07 | 2.c, projets | Servir la citoyenneté du bénéficiaire final | form project.citizenship
AX2C-08 | 2.c, types | Modules expérimentaux qu’aucune formation ne traite | scheme transitions TR-1, rule TR-1, form project.existingSearch
AX2C-09 | 2.c, types | Pour une formation qualifiante : absents de son référentiel | scheme transitions TR-1, form project.existingCode
AX2C-10 | 2.c, types | Des modules que l’on peut partager | later catalogue
AX2C-11 | 2.c, types | Des modalités qui donnent les compétences des transitions | scheme transitions TR-1, rule TR-1
AX2C-12 | 2.c, types | Des modalités complémentaires aux parcours | scheme transitions TR-1, rule TR-1
AX2C-13 | 2.c, types | Des outils innovants, avec l’ingénierie de leur intégration | scheme transitions TR-1, rule TR-1, form project.toolEngineering
AX2C-14 | 2.c, types | De la recherche-action, mise en réseau comprise | scheme transitions TR-1, rule TR-1
AX2C-15 | 2.c, types | La liste n’est pas fermée | rule TR-1, form project.otherKind
AX2C-16 | 2.c, financement | L’aide complète l’appel FSE+ du même nom | scheme transitions TR-5, rule TR-5
AX2C-17 | 2.c, financement | Seulement quand le projet y est éligible et sélectionné | scheme transitions TR-5, rule TR-5, code src/selection/outside/acts.ts#recordOutside
AX2C-18 | 2.c, financement | La Région paie 20 % des dépenses éligibles | scheme transitions TR-5, rule TR-5
AX2C-19 | 2.c, financement | Les fonds européens paient 60 % au plus | scheme transitions TR-5, rule TR-5
AX2C-20 | 2.c, financement | Au moins 20 % viennent d’ailleurs, sans surfinancement | code policy/frameworks/2025-07-15/transitions/funding.ts#fund, form costs.*.paidElsewhere
AX2C-21 | 2.c, financement | Dépenses du 1er janvier 2025 au 31 décembre 2027 | scheme transitions TR-6, code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules, later claims
AX2C-22 | 2.c, financement | Opérations réalisées avant le 30 juin 2027 | scheme transitions TR-7, rule TR-7
AX2C-23 | 2.c, personnel | Plus de 10 % de son temps de travail | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-24 | 2.c, personnel | Rémunération payée par le porteur | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-25 | 2.c, personnel | Moins de 10 % : non éligible, sur le temps réel aussi | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules, later claims
AX2C-26 | 2.c, personnel | Le temps d’ingénierie et de diffusion seulement | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-27 | 2.c, personnel | Le face à face avec les apprenants n’est pas éligible | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-28 | 2.c, prestations | Respecter la commande publique | paper procurement, form costs.*.procurement, form costs.*.need, code policy/engine/law/procurement.ts#thresholdsOn, later claims
AX2C-29 | 2.c, prestations | Aussi pour le privé qui répond à un besoin d’intérêt général | form procurement.isFundedByPublicBodies
AX2C-30 | 2.c, prestations | Pas de maintenance hors de la période | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-31 | 2.c, fonctionnement | Nécessaire et directement rattachable | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-32 | 2.c, fonctionnement | Missions des seuls personnels retenus | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-33 | 2.c, équipement | Équipement pédagogique, à l’une de trois conditions | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-34 | 2.c, équipement | Ni mobilier, ni véhicule, ni matériel informatique | code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-35 | 2.c, indirect | Par clé de répartition ou option de coûts simplifiés | form costOption
AX2C-36 | 2.c, en nature | Les apports en nature comptent | source in-kind, code policy/frameworks/2025-07-15/transitions/funding.ts#fund
AX2C-37 | 2.c, dépenses | Six rubriques, et elles seules | form costs.*.heading
AX2C-38 | 2.c, structures | Travailler avec des personnes en recherche d’emploi | scheme transitions TR-14, rule TR-14
AX2C-39 | 2.c, structures | Être sélectionné dans l’appel FSE+ | scheme transitions TR-14, rule TR-5, code src/selection/outside/acts.ts#recordOutside
AX2C-40 | 2.c, structures | Cinq catégories de structures | scheme transitions TR-14, rule TR-14
AX2C-41 | 2.c, structures | Chaque partenaire est d’une catégorie éligible | scheme transitions TR-15, rule TR-15
AX2C-42 | 2.c, structures | L’accord de partenariat prend effet avant le dépôt | rule TR-15, paper partnership-agreement
AX2C-43 | 2.c, structures | Le chef de file dépose seul et porte toutes les dépenses | scheme transitions TR-15, declaration bears-all-costs, code policy/frameworks/2025-07-15/transitions/cost-rules.ts#costRules
AX2C-44 | 2.c, éligibilité | Les critères s’ajoutent et sont ceux de l’appel FSE+ | scheme transitions EL-9
AX2C-45 | 2.c, éligibilité | Contribuer à l’objectif 4.5 du programme | rule EL-2
AX2C-46 | 2.c, éligibilité | Le porteur forme des personnes en recherche d’emploi | rule EL-3, paper job-seekers
AX2C-47 | 2.c, éligibilité | Le porteur a la capacité financière de préfinancer | rule EL-4, paper accounts
AX2C-48 | 2.c, éligibilité | Le projet n’est pas terminé au dépôt | rule EL-5
AX2C-49 | 2.c, éligibilité | Égalité des femmes et des hommes, à chaque étape | rule EL-6, form principles.equalityAt.design, form principles.equalityAt.evaluation
AX2C-50 | 2.c, éligibilité | Prévention des discriminations, à chaque étape | rule EL-6, form principles.nonDiscriminationAt.design, form principles.nonDiscriminationAt.evaluation
AX2C-51 | 2.c, éligibilité | Développement durable, sans préjudice important | rule EL-6, form harm.climate, form principles.sustainabilityDetail
AX2C-52 | 2.c, éligibilité | Cohérence avec la stratégie régionale | rule EL-7
AX2C-53 | 2.c, éligibilité | Complémentarité avec ce qui existe | rule EL-7, code src/selection/nearest.ts#nearestTo
AX2C-54 | 2.c, éligibilité | Usage libre et gratuit pour tous les publics | rule EL-8, later catalogue
AX2C-55 | 2.c, éligibilité | Un soutien FSE+ d’au moins 15 000 € | scheme transitions EL-9, rule EL-9
AX2C-56 | 2.c, sélection 1 | Inscription dans la stratégie et développement durable | grid strategy-fit, code src/selection/scores/score.ts#scoreOf
AX2C-57 | 2.c, sélection 2 | Un besoin repéré et justifié | grid context-need, code src/selection/scores/score.ts#scoreOf
AX2C-58 | 2.c, sélection 2 | L’inscription dans les transitions, les publics et les territoires visés | grid context-aim, code src/selection/scores/score.ts#scoreOf
AX2C-59 | 2.c, sélection 3 | Répondre à plusieurs transitions | grid transversality-several, code policy/engine/grants/grid.ts#countedOn
AX2C-60 | 2.c, sélection 3 | Ne pas nuire aux autres transitions | grid transversality-no-harm, code src/selection/scores/score.ts#scoreOf
AX2C-61 | 2.c, sélection 4 | La capacité d’atteindre les objectifs | grid relevance-objectives, code src/selection/scores/score.ts#scoreOf
AX2C-62 | 2.c, sélection 4 | Les compétences visées et leur reconnaissance | grid relevance-skills, code src/selection/scores/score.ts#scoreOf
AX2C-63 | 2.c, sélection 4 | La plus-value et l’innovation pédagogiques | grid relevance-pedagogy, code src/selection/scores/score.ts#scoreOf
AX2C-64 | 2.c, sélection 4 | Le pilotage et le suivi | grid relevance-steering, code src/selection/scores/score.ts#scoreOf
AX2C-65 | 2.c, sélection 4 | La gouvernance | grid relevance-governance, code src/selection/scores/score.ts#scoreOf
AX2C-66 | 2.c, sélection 4 | Des moyens matériels et humains adaptés | grid relevance-means, code src/selection/scores/score.ts#scoreOf
AX2C-67 | 2.c, sélection 4 | Le calendrier | grid relevance-calendar, code src/selection/scores/score.ts#scoreOf
AX2C-68 | 2.c, sélection 4 | Les livrables | grid relevance-deliverables, code src/selection/scores/score.ts#scoreOf
AX2C-69 | 2.c, sélection 4 | Les indicateurs de réalisation et de réussite | grid relevance-indicators, code src/selection/scores/score.ts#scoreOf
AX2C-70 | 2.c, sélection 5 | La capacité de faire durer et de promouvoir | grid spreading-lasting, code src/selection/scores/score.ts#scoreOf
AX2C-71 | 2.c, sélection 5 | Le partage gratuit des livrables | grid spreading-sharing, code src/selection/scores/score.ts#scoreOf, later catalogue
AX2C-72 | 2.c, sélection 5 | L’essaimage est un élément central | grid spreading-lasting, code src/selection/ranking/rank.ts#rankOf
`;
