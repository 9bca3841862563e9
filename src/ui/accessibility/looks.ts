/** What was found of one criterion on the sample: met, not met, not looked at yet, or without an object there. */
export type AuditFinding = "met" | "not-met" | "not-seen" | "without";

/** One criterion of the RGAA 4.1, in our words. */
export interface Look {
  readonly id: string;
  readonly asks: string;
  readonly finding: AuditFinding;
  /** By what it is known, or what there is to do. */
  readonly evidence: string;
}

const axe = "L’outil axe, à chaque modification, sur les parcours.";
const html = "Chaque page est relue selon la norme HTML à chaque modification.";
const keyboard = "Un parcours entier se fait au clavier seul, à chaque modification.";
const noMedia = "Aucun média sur ces pages. Les vidéos jointes aux pratiques de la communauté n’y sont pas.";

/** The 106 criteria, as programs and the people who build the service find them. No expert has read them yet. */
export const looks: readonly Look[] = [
  { id: "1.1", asks: "Une image qui informe a une alternative", finding: "met", evidence: axe },
  {
    id: "1.2",
    asks: "Une image de décoration est ignorée",
    finding: "met",
    evidence: "Les icônes et les dessins sont masqués aux aides techniques dans le code qui les produit.",
  },
  {
    id: "1.3",
    asks: "L’alternative d’une image dit ce qu’elle montre",
    finding: "without",
    evidence: "Sur ces pages, tout dessin est masqué aux aides techniques et dit par un texte ou un tableau à côté.",
  },
  { id: "1.4", asks: "L’alternative d’un CAPTCHA en dit la fonction", finding: "without", evidence: "Aucun CAPTCHA." },
  { id: "1.5", asks: "Un CAPTCHA a une autre solution", finding: "without", evidence: "Aucun CAPTCHA." },
  {
    id: "1.6",
    asks: "Une image complexe a une description détaillée",
    finding: "without",
    evidence:
      "Aucune image complexe n’y informe seule\u00a0: le calendrier et la trésorerie d’un projet sont aussi des tableaux.",
  },
  {
    id: "1.7",
    asks: "La description détaillée est juste",
    finding: "without",
    evidence: "Aucune description détaillée n’y est nécessaire (1.6).",
  },
  {
    id: "1.8",
    asks: "Un texte n’est pas une image",
    finding: "met",
    evidence: "Tous les textes sont du texte\u00a0; seul le logo du financeur est une image.",
  },
  {
    id: "1.9",
    asks: "La légende d’une image lui est liée",
    finding: "met",
    evidence: "Relues une par une\u00a0: chaque figure est un élément figure, sa légende est dedans.",
  },
  { id: "2.1", asks: "Un cadre a un titre", finding: "met", evidence: axe },
  {
    id: "2.2",
    asks: "Le titre d’un cadre est juste",
    finding: "met",
    evidence: "Le seul cadre montre une pièce jointe\u00a0; son titre porte le nom du fichier. Relevé par programme.",
  },
  {
    id: "3.1",
    asks: "La couleur ne dit rien à elle seule",
    finding: "met",
    evidence:
      "Un état, un verdict et une échéance ont toujours leur mot, et souvent leur icône, dans le composant qui les montre.",
  },
  {
    id: "3.2",
    asks: "Un texte a assez de contraste",
    finding: "met",
    evidence:
      "L’outil axe, à chaque modification, sur les parcours\u00a0; trente-huit pages de plus en thème clair et en thème sombre, tout déplié.",
  },
  {
    id: "3.3",
    asks: "Un composant a assez de contraste",
    finding: "met",
    evidence:
      "Mesuré dans Chromium\u00a0: bords de champs et icônes sont à 3 pour 1 au moins. Cases de l’instruction\u00a0: celles du navigateur.",
  },
  { id: "4.1", asks: "Un média enregistré a une transcription", finding: "without", evidence: noMedia },
  { id: "4.2", asks: "La transcription est juste", finding: "without", evidence: noMedia },
  { id: "4.3", asks: "Une vidéo a des sous-titres", finding: "without", evidence: noMedia },
  { id: "4.4", asks: "Les sous-titres sont justes", finding: "without", evidence: noMedia },
  { id: "4.5", asks: "Une vidéo a une audiodescription", finding: "without", evidence: noMedia },
  { id: "4.6", asks: "L’audiodescription est juste", finding: "without", evidence: noMedia },
  { id: "4.7", asks: "Un média s’identifie", finding: "without", evidence: noMedia },
  { id: "4.8", asks: "Une animation a une alternative", finding: "without", evidence: noMedia },
  { id: "4.9", asks: "Cette alternative est juste", finding: "without", evidence: noMedia },
  { id: "4.10", asks: "Un son automatique se coupe", finding: "without", evidence: noMedia },
  { id: "4.11", asks: "Un média se commande au clavier", finding: "without", evidence: noMedia },
  { id: "4.12", asks: "Une animation se commande au clavier", finding: "without", evidence: noMedia },
  { id: "4.13", asks: "Un média convient aux aides techniques", finding: "without", evidence: noMedia },
  {
    id: "5.1",
    asks: "Un tableau complexe a un résumé",
    finding: "without",
    evidence: "Aucun tableau n’a d’en-têtes croisés.",
  },
  { id: "5.2", asks: "Le résumé d’un tableau est juste", finding: "without", evidence: "Aucun tableau complexe." },
  {
    id: "5.3",
    asks: "Un tableau de mise en forme se lit en ligne",
    finding: "without",
    evidence: "Aucun tableau de mise en forme.",
  },
  {
    id: "5.4",
    asks: "Le titre d’un tableau lui est lié",
    finding: "met",
    evidence: "Le composant de tableau demande un titre et l’écrit dans son élément.",
  },
  {
    id: "5.5",
    asks: "Le titre d’un tableau est juste",
    finding: "met",
    evidence:
      "Titres des tableaux des douze pages relus un par un, ceux des appels, de la sélection et des instances aussi.",
  },
  { id: "5.6", asks: "Les en-têtes d’un tableau sont déclarés", finding: "met", evidence: axe },
  {
    id: "5.7",
    asks: "Une cellule est liée à ses en-têtes",
    finding: "met",
    evidence: "Les en-têtes ont leur portée dans le composant de tableau\u00a0; axe le vérifie.",
  },
  {
    id: "5.8",
    asks: "Un tableau de mise en forme n’emprunte rien aux données",
    finding: "without",
    evidence: "Aucun tableau de mise en forme.",
  },
  {
    id: "6.1",
    asks: "Un lien est explicite",
    finding: "met",
    evidence:
      "Liens des douze pages relus. Les nouvelles d’un agent portaient le même intitulé\u00a0: chacune nomme maintenant l’organisme.",
  },
  { id: "6.2", asks: "Un lien a un intitulé", finding: "met", evidence: axe },
  {
    id: "7.1",
    asks: "Un script convient aux aides techniques",
    finding: "not-seen",
    evidence:
      "Arbre d’accessibilité de Chromium lu sur les douze pages\u00a0: chaque commande a son rôle, son nom et son état (déplié, coché), et ce qu’un script change est dit. Reste à l’entendre avec NVDA, VoiceOver et TalkBack.",
  },
  {
    id: "7.2",
    asks: "L’alternative d’un script est juste",
    finding: "met",
    evidence: "Les parcours se font aussi sans JavaScript, à chaque modification.",
  },
  { id: "7.3", asks: "Un script se commande au clavier", finding: "met", evidence: keyboard },
  {
    id: "7.4",
    asks: "Un changement de contexte s’annonce",
    finding: "met",
    evidence:
      "Aucun script ne change de page sans un geste sur un lien ou un bouton, sauf les touches que l’agent peut couper.",
  },
  {
    id: "7.5",
    asks: "Un message d’état est restitué",
    finding: "met",
    evidence:
      "Enregistrement, envoi d’un fichier, copie, nombre de résultats\u00a0: chaque message a son rôle. Pas encore écoutés.",
  },
  { id: "8.1", asks: "La page a un type de document", finding: "met", evidence: html },
  { id: "8.2", asks: "Le code est valide", finding: "met", evidence: html },
  { id: "8.3", asks: "La page a une langue", finding: "met", evidence: html },
  {
    id: "8.4",
    asks: "Le code de langue est juste",
    finding: "met",
    evidence: "Tout le service est en français et le dit.",
  },
  { id: "8.5", asks: "La page a un titre", finding: "met", evidence: html },
  {
    id: "8.6",
    asks: "Le titre de la page est juste",
    finding: "met",
    evidence:
      "Titres des douze pages relus\u00a0: la page, puis la question, la demande ou le dossier, puis le service. Un projet commun porte maintenant le sien.",
  },
  {
    id: "8.7",
    asks: "Un changement de langue est indiqué",
    finding: "met",
    evidence:
      "Textes des douze pages relus\u00a0: aucun passage dans une autre langue, des noms propres et des sigles seulement.",
  },
  {
    id: "8.8",
    asks: "La langue indiquée est juste",
    finding: "without",
    evidence: "Aucun changement de langue à indiquer (8.7).",
  },
  {
    id: "8.9",
    asks: "Une balise ne sert pas qu’à présenter",
    finding: "met",
    evidence:
      "Éléments relevés par programme dans trente-huit pages\u00a0: ni style écrit dans le code, ni paragraphe vide, sauf ceux où un message d’état viendra.",
  },
  {
    id: "8.10",
    asks: "Un changement de sens de lecture est signalé",
    finding: "without",
    evidence: "Aucun texte de droite à gauche.",
  },
  {
    id: "9.1",
    asks: "Les titres structurent la page",
    finding: "met",
    evidence:
      "Un seul titre principal et aucun niveau sauté, vérifiés par axe, par les parcours et par programme sur trente-huit pages.",
  },
  { id: "9.2", asks: "La structure du document est cohérente", finding: "met", evidence: axe },
  { id: "9.3", asks: "Une liste est structurée", finding: "met", evidence: axe },
  {
    id: "9.4",
    asks: "Une citation est indiquée",
    finding: "met",
    evidence: "Les extraits du texte voté sont des citations dans le code, avec leur source.",
  },
  {
    id: "10.1",
    asks: "La présentation est dans les feuilles de styles",
    finding: "met",
    evidence: "La mise en forme est tout entière dans les feuilles de styles du service.",
  },
  {
    id: "10.2",
    asks: "Le contenu reste sans feuille de styles",
    finding: "met",
    evidence:
      "Essayé sur cinq pages, feuille de styles bloquée (liste, dossier, feuille d’évaluation, projet commun, formulaire)\u00a0: rien n’y manque. Le nombre de dossiers choisis n’était écrit que par un style\u00a0: ses mots sont maintenant dans la page, et un script dit le nombre.",
  },
  {
    id: "10.3",
    asks: "Le contenu se comprend sans feuille de styles",
    finding: "met",
    evidence:
      "Essayé sur les mêmes cinq pages (liste, dossier, feuille d’évaluation, projet commun, formulaire)\u00a0: l’ordre de lecture est celui de la page.",
  },
  {
    id: "10.4",
    asks: "Le texte se lit à 200\u00a0%",
    finding: "met",
    evidence: "Essayé à 200\u00a0% (640 pixels au lieu de 1280) sur trente-huit pages\u00a0: aucun texte n’est coupé.",
  },
  {
    id: "10.5",
    asks: "Couleurs de fond et de texte vont ensemble",
    finding: "met",
    evidence: "La page déclare ensemble la couleur du texte et celle du fond\u00a0; tout le reste en hérite.",
  },
  { id: "10.6", asks: "Un lien se voit dans son texte", finding: "met", evidence: axe },
  {
    id: "10.7",
    asks: "La prise de focus se voit",
    finding: "met",
    evidence:
      "Mesurée par programme en tabulant dans trente-huit pages (quatre-vingt-dix arrêts au plus)\u00a0: chaque arrêt a son contour, aucun sous une barre qui reste en vue.",
  },
  { id: "10.8", asks: "Ce qui est caché est bien à ignorer", finding: "met", evidence: axe },
  {
    id: "10.9",
    asks: "Forme, taille et position ne disent rien seules",
    finding: "met",
    evidence: "Textes relus\u00a0: aucune consigne ne s’appuie sur une forme, une couleur ou une place.",
  },
  {
    id: "10.10",
    asks: "Cela vaut aussi pour les aides techniques",
    finding: "met",
    evidence: "Comme 10.9\u00a0: un état a toujours son mot, lu aussi par les aides techniques.",
  },
  {
    id: "10.11",
    asks: "Rien ne défile en deux sens",
    finding: "met",
    evidence: "Mesuré à 320 pixels de large sur trente-huit pages\u00a0: aucun défilement horizontal de la page.",
  },
  {
    id: "10.12",
    asks: "Les espacements du texte se changent",
    finding: "met",
    evidence:
      "Essayé dans Chromium avec ces espacements sur trente-huit pages, à 1\u202f280 et 360 pixels\u00a0: rien n’est coupé. La tête d’un dossier, coupée au passage, passe maintenant à la ligne.",
  },
  {
    id: "10.13",
    asks: "Un contenu qui paraît au survol se maîtrise",
    finding: "met",
    evidence: "Les styles ne montrent rien au survol\u00a0; seules restent les infobulles du navigateur.",
  },
  {
    id: "10.14",
    asks: "Un contenu montré par les styles s’atteint au clavier",
    finding: "without",
    evidence: "Aucun contenu n’est montré par les styles seuls, ni au survol ni au focus.",
  },
  { id: "11.1", asks: "Un champ a une étiquette", finding: "met", evidence: axe },
  {
    id: "11.2",
    asks: "L’étiquette est juste",
    finding: "met",
    evidence:
      "Étiquettes des douze pages relues. Sur la feuille d’évaluation, chaque champ nomme maintenant son critère\u00a0: dix-sept s’appelaient «\u202fJustification\u202f».",
  },
  {
    id: "11.3",
    asks: "Une même fonction a la même étiquette",
    finding: "met",
    evidence:
      "Étiquettes relues ensemble\u00a0: une même question a les mêmes mots au simulateur, dans la demande et au dossier.",
  },
  {
    id: "11.4",
    asks: "Étiquette et champ sont accolés",
    finding: "met",
    evidence: "Un seul composant de champ écrit l’une au-dessus de l’autre\u00a0; seules les cases l’ont à côté.",
  },
  {
    id: "11.5",
    asks: "Les champs de même nature sont regroupés",
    finding: "met",
    evidence: "Boutons radio et cases à cocher sont toujours dans un groupe, par leur composant.",
  },
  {
    id: "11.6",
    asks: "Un groupe de champs a une légende",
    finding: "met",
    evidence: "Le composant de choix écrit la légende\u00a0; axe vérifie qu’elle est nommée.",
  },
  {
    id: "11.7",
    asks: "La légende d’un groupe est juste",
    finding: "met",
    evidence:
      "Légendes des douze pages relues\u00a0: la question elle-même, le filtre, la ligne de la grille\u00a0; celles des notes nomment maintenant leur critère.",
  },
  {
    id: "11.8",
    asks: "Les choix d’une liste sont regroupés",
    finding: "met",
    evidence: "La seule longue liste, celle des actes du journal, range ses cent choix par sujet.",
  },
  {
    id: "11.9",
    asks: "L’intitulé d’un bouton est juste",
    finding: "met",
    evidence: "Boutons des douze pages relus, complément pour lecteur d’écran compris.",
  },
  {
    id: "11.10",
    asks: "La saisie est contrôlée comme il faut",
    finding: "met",
    evidence:
      "Facultatif ou non est dit à chaque champ, une erreur est écrite au champ et en tête de page\u00a0; les tests des champs le vérifient.",
  },
  {
    id: "11.11",
    asks: "Une erreur dit comment la corriger",
    finding: "met",
    evidence: "Chaque refus dit ce qui est attendu, souvent par un exemple.",
  },
  {
    id: "11.12",
    asks: "Un envoi important se relit ou se confirme",
    finding: "met",
    evidence: "Le dépôt se relit avant d’être signé\u00a0; un acte officiel se confirme.",
  },
  {
    id: "11.13",
    asks: "La finalité d’un champ personnel est déclarée",
    finding: "met",
    evidence:
      "Nom, fonction, courriel, téléphone et organisme la déclarent\u00a0; rien d’autre n’y est propre à la personne.",
  },
  {
    id: "12.1",
    asks: "Deux moyens de naviguer",
    finding: "met",
    evidence: "Le menu et le plan du site, sur chaque page.",
  },
  { id: "12.2", asks: "Les menus restent à leur place", finding: "met", evidence: "Un seul gabarit de page." },
  {
    id: "12.3",
    asks: "Le plan du site est juste",
    finding: "met",
    evidence: "Comparé aux adresses publiques du service\u00a0: chaque rubrique y est, chaque lien répond.",
  },
  {
    id: "12.4",
    asks: "Le plan du site s’atteint de partout pareil",
    finding: "met",
    evidence: "Un lien au pied de chaque page.",
  },
  {
    id: "12.5",
    asks: "La recherche s’atteint de partout pareil",
    finding: "without",
    evidence: "Aucun moteur de recherche de tout le site.",
  },
  { id: "12.6", asks: "Les régions de la page s’atteignent ou s’évitent", finding: "met", evidence: axe },
  {
    id: "12.7",
    asks: "Un lien mène au contenu",
    finding: "met",
    evidence: "Vérifié sur le gabarit de toutes les pages.",
  },
  { id: "12.8", asks: "L’ordre de tabulation est cohérent", finding: "met", evidence: keyboard },
  { id: "12.9", asks: "Le clavier n’est jamais pris au piège", finding: "met", evidence: keyboard },
  {
    id: "12.10",
    asks: "Une touche seule se coupe",
    finding: "met",
    evidence: "Les touches de la liste, du dossier et de la feuille d’évaluation se coupent.",
  },
  {
    id: "12.11",
    asks: "Un contenu qui paraît s’atteint au clavier",
    finding: "met",
    evidence:
      "Menu, filtre, vues, précisions et lignes de la grille s’ouvrent à la touche Entrée, et la tabulation y entre. Essayé.",
  },
  {
    id: "13.1",
    asks: "Une limite de temps se maîtrise",
    finding: "met",
    evidence:
      "La session d’un agent se ferme sans activité\u00a0: un message l’annonce trois minutes avant, dit aux aides techniques, et un bouton la prolonge. Essayé. L’écran d’une séance suit ce qui s’y passe\u00a0: c’est sa raison d’être, et rien n’y change sous un champ qu’on remplit.",
  },
  {
    id: "13.2",
    asks: "Aucune fenêtre ne s’ouvre seule",
    finding: "met",
    evidence: "Une fenêtre s’ouvre par un lien ou un bouton qui le dit.",
  },
  {
    id: "13.3",
    asks: "Un document à télécharger a une version accessible",
    finding: "met",
    evidence:
      "Les PDF du service sont à la norme PDF/UA-1, vérifiée par un outil. Les pièces des organismes viennent de tiers\u00a0: hors du contrôle.",
  },
  {
    id: "13.4",
    asks: "La version accessible dit la même chose",
    finding: "without",
    evidence: "Le document est sa propre version accessible.",
  },
  {
    id: "13.5",
    asks: "Un contenu cryptique a une alternative",
    finding: "without",
    evidence: "Aucun dessin fait de lettres.",
  },
  { id: "13.6", asks: "Cette alternative est juste", finding: "without", evidence: "Aucun contenu cryptique." },
  {
    id: "13.7",
    asks: "Aucun flash",
    finding: "met",
    evidence: "Rien ne clignote\u00a0: les feuilles de styles n’ont pas d’animation de lumière.",
  },
  { id: "13.8", asks: "Un contenu qui bouge se maîtrise", finding: "without", evidence: "Rien ne bouge de soi-même." },
  {
    id: "13.9",
    asks: "L’orientation de l’écran est libre",
    finding: "met",
    evidence: "Aucune règle ne la fixe dans les feuilles de styles.",
  },
  { id: "13.10", asks: "Un geste complexe a une autre voie", finding: "without", evidence: "Aucun geste complexe." },
  {
    id: "13.11",
    asks: "Un appui se reprend",
    finding: "met",
    evidence: "Les scripts n’agissent qu’au relâchement\u00a0: ils n’écoutent que le clic.",
  },
  {
    id: "13.12",
    asks: "Un mouvement de l’appareil a une autre voie",
    finding: "without",
    evidence: "Aucun mouvement n’est demandé.",
  },
];
