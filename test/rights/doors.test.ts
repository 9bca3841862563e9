import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWorld, type TestWorld } from "#test/support/world.ts";
import { type Populated, pathOf, populate, routesOf, SECRET } from "./populated.ts";

/**
 * Every route of the service and whom its door lets in. What each role may then do is tried cell by cell beside each
 * slice; here no route may be left out, and no door may be open that should not.
 */
type Door =
  /** Anyone: no account is asked for. */
  | "open"
  /** Whoever is signed in. */
  | "signed-in"
  /** Whoever it belongs to, or may act on it: to other organisations it is not there. */
  | "theirs"
  /** Agents of the Region: to everyone else it is not there. */
  | "agents";

const doors: Readonly<Record<string, Door>> = {
  "GET /healthz": "open",
  "GET /readyz": "open",
  "GET /connexion": "open",
  "POST /connexion": "open",
  "GET /connexion/envoye": "open",
  "GET /connexion/lien": "open",
  "POST /connexion/lien": "open",
  "GET /connexion/proconnect": "open",
  "POST /deconnexion": "open",
  "GET /demonstration": "open",
  "POST /demonstration": "open",
  "GET /courriels": "agents",
  "GET /compte": "signed-in",
  "GET /compte/second-facteur": "signed-in",
  "GET /compte/nom": "signed-in",
  "POST /compte/nom": "signed-in",
  "POST /compte/sessions": "signed-in",
  "POST /compte/sessions/:session/fermeture": "theirs",
  "POST /compte/cles/:passkey/suppression": "theirs",
  "POST /compte/suppression": "signed-in",
  "GET /organisations": "signed-in",
  "GET /organisations/nouvelle": "signed-in",
  "POST /organisations/nouvelle": "signed-in",
  "POST /organisations/rattachement": "signed-in",
  "GET /organisations/:id": "theirs",
  "GET /organisations/:id/modification": "theirs",
  "POST /organisations/:id/modification": "theirs",
  "POST /organisations/:id/verification": "theirs",
  "GET /organisations/:id/etablissements": "theirs",
  "POST /organisations/:id/etablissements": "theirs",
  "GET /organisations/:id/membres": "theirs",
  "POST /organisations/:id/membres/:person": "theirs",
  "POST /organisations/:id/membres/:person/retrait": "theirs",
  "POST /organisations/:id/transfert": "theirs",
  "POST /organisations/:id/depart": "theirs",
  "GET /organisations/:id/invitations": "theirs",
  "POST /organisations/:id/invitations": "theirs",
  "POST /organisations/:id/invitations/:invitation/annulation": "theirs",
  "POST /organisations/:id/rattachements/:request": "theirs",
  "GET /organisations/:id/preuve": "theirs",
  "GET /organisations/:id/preuve/site": "theirs",
  "POST /organisations/:id/preuve/site": "theirs",
  "GET /organisations/:id/preuve/piece": "theirs",
  "POST /organisations/:id/preuve/piece": "theirs",
  "GET /instruction/dossiers/:id/propositions/:proposal": "agents",
  "POST /instruction/dossiers/:id/propositions/:proposal": "agents",
  "GET /instruction/rattachements": "agents",
  "GET /instruction/rattachements/:proof": "agents",
  "POST /instruction/rattachements/:proof": "agents",
  "GET /instruction/rattachements/:proof/piece": "agents",
  "GET /invitations/:token": "open",
  "POST /invitations/:token": "theirs",
  "GET /administration": "agents",
  "GET /administration/vocabulaire": "agents",
  "GET /administration/reglages": "agents",
  "GET /administration/reglages/:key": "agents",
  "POST /administration/reglages/:key": "agents",
  "POST /administration/propositions/:id": "agents",
  "GET /logo/:sha256": "open",
  "GET /absences": "agents",
  "POST /absences": "agents",
  "POST /absences/:id/fin": "agents",
  "GET /administration/dispositifs": "agents",
  "GET /administration/dispositifs/:scheme": "agents",
  "POST /administration/dispositifs/:scheme": "agents",
  "GET /administration/doctrine": "agents",
  "GET /administration/doctrine/:scheme/:doubt": "agents",
  "POST /administration/doctrine/:scheme/:doubt": "agents",
  "GET /administration/textes": "agents",
  "GET /administration/textes/:key": "agents",
  "POST /administration/textes/:key": "agents",
  "POST /administration/textes/:key/apercu": "agents",
  "GET /administration/aides-anterieures": "agents",
  "POST /administration/aides-anterieures": "agents",
  "GET /administration/aides-anterieures/modele.xlsx": "agents",
  "GET /administration/aides-anterieures/:id": "agents",
  "POST /administration/aides-anterieures/:id": "agents",
  "GET /administration/journal": "agents",
  "GET /administration/journal/export.csv": "agents",
  "POST /administration/journal/preuve": "agents",
  "GET /aujourdhui": "agents",
  "GET /aujourdhui/nouvelles/:id": "agents",
  "POST /aujourdhui/nouvelles": "agents",
  "GET /aujourdhui/questions/:id": "agents",
  "POST /aujourdhui/questions/:id": "agents",
  "GET /compte/courriels": "signed-in",
  "POST /compte/courriels": "signed-in",
  "GET /courriels/choix/:key": "open",
  "POST /courriels/choix/:key": "open",
  "GET /courriels/choix/:key/arret/:kind": "open",
  "POST /courriels/choix/:key/arret/:kind": "open",
  "POST /administration/roles": "agents",
  "GET /administration/roles/:person/:role/retrait": "agents",
  "POST /administration/roles/:person/:role/retrait": "agents",
  "GET /": "open",
  "GET /strategie": "open",
  "GET /aides": "open",
  "GET /strategie/texte": "open",
  "GET /strategie/versions": "open",
  "GET /strategie/versions/:version": "open",
  "GET /dispositifs": "open",
  "GET /dispositifs/:scheme": "open",
  "GET /dispositifs/:scheme/pieces/:paper": "open",
  "GET /simulateur": "open",
  "GET /simulateur/:scheme": "open",
  "GET /simulateur/:scheme/resultat": "open",
  "GET /simulateur/:scheme/resultat.pdf": "open",
  "GET /fonctionnement-des-regles": "open",
  "GET /fonctionnement-des-regles/:scheme": "open",
  "GET /mentions-legales": "open",
  "GET /donnees-personnelles": "open",
  "GET /accessibilite": "open",
  "GET /ecoconception": "open",
  "GET /plan-du-site": "open",
  "GET /contact": "open",
  "GET /galerie": "open",
  "GET /api": "open",
  "GET /api/v1/openapi.json": "open",
  "GET /api/v1/communes": "open",
  "POST /api/v1/simulations": "open",
  "GET /maturite": "open",
  "GET /developpement-durable": "open",
  "GET /points/:instrument/questions": "open",
  "GET /points/:instrument/resultat": "open",
  "POST /points/:instrument/resultat": "signed-in",
  "GET /points/:instrument/organismes/:id": "theirs",
  "POST /points/:instrument/organismes/:id/rappel": "theirs",
  "GET /orientations": "signed-in",
  "GET /orientations/nouvelle": "signed-in",
  "POST /orientations/nouvelle": "signed-in",
  "GET /orientations/:id": "theirs",
  "POST /orientations/:id/retrait": "theirs",
  "POST /orientations/:id/bilan": "theirs",
  "GET /orientations/labels/:id": "theirs",
  "POST /orientations/labels/:id": "theirs",
  "GET /orientations/a-traiter": "agents",
  "GET /orientations/a-traiter/:id": "agents",
  "POST /orientations/a-traiter/:id/prise-en-charge": "agents",
  "POST /orientations/a-traiter/:id/reponse": "agents",
  "GET /communaute/gouvernance": "open",
  "GET /communaute/lettre": "open",
  "POST /communaute/lettre": "open",
  "GET /communaute/lettre/:number": "open",
  "GET /communaute/lettre/confirmation/:token": "open",
  "POST /communaute/lettre/confirmation/:token": "open",
  "GET /communaute/lettre/depart/:token": "open",
  "POST /communaute/lettre/depart/:token": "open",
  "GET /communaute/animation/lettre": "agents",
  "POST /communaute/animation/lettre": "agents",
  "POST /communaute/animation/lettre/:id/envoi": "agents",
  "GET /instances": "signed-in",
  "POST /instances": "agents",
  "GET /instances/:slug": "open",
  "POST /instances/:slug/membres": "agents",
  "POST /instances/:slug/membres/:member": "agents",
  "POST /instances/:slug/reunions": "agents",
  "GET /instances/:slug/reunions/:number": "open",
  "POST /instances/:slug/reunions/:number/ordre-du-jour": "agents",
  "POST /instances/:slug/reunions/:number/etapes/:step": "agents",
  "POST /instances/:slug/reunions/:number/presences": "agents",
  "POST /instances/:slug/reunions/:number/interets": "theirs",
  "POST /instances/:slug/reunions/:number/decisions": "agents",
  "POST /instances/:slug/reunions/:number/suites": "agents",
  "POST /instances/:slug/reunions/:number/compte-rendu": "agents",
  "POST /instances/:slug/reunions/:number/pieces": "agents",
  "GET /instances/:slug/reunions/:number/pieces/:paper": "theirs",
  "POST /instances/:slug/reunions/:number/pieces/:paper/suppression": "agents",
  "GET /communaute": "open",
  "GET /communaute/:slug": "open",
  "GET /communaute/adhesions/:id": "theirs",
  "POST /communaute/adhesions/:id": "theirs",
  "POST /communaute/adhesions/:id/confirmation": "theirs",
  "POST /communaute/adhesions/:id/depart": "theirs",
  "GET /communaute/adhesions/:id/bienvenue": "theirs",
  "GET /communaute/annonces": "open",
  "GET /communaute/annonces/nouvelle": "signed-in",
  "POST /communaute/annonces/nouvelle": "signed-in",
  "GET /communaute/annonces/:id": "open",
  "POST /communaute/annonces/:id/cloture": "theirs",
  "GET /communaute/annonces/:id/echanges/:person": "theirs",
  "POST /communaute/annonces/:id/echanges/:person": "theirs",
  "GET /communaute/pratiques": "open",
  "GET /communaute/pratiques/nouvelle": "signed-in",
  "POST /communaute/pratiques/nouvelle": "signed-in",
  "GET /communaute/pratiques/:slug": "open",
  "GET /communaute/pratiques/:slug/modification": "theirs",
  "POST /communaute/pratiques/:slug/modification": "theirs",
  "POST /communaute/pratiques/:slug/proposition": "theirs",
  "POST /communaute/pratiques/:slug/commentaires": "theirs",
  "GET /communaute/decisions/:id": "theirs",
  "POST /communaute/decisions/:id/recours": "theirs",
  "GET /communaute/pratiques/:slug/pieces": "theirs",
  "POST /communaute/pratiques/:slug/pieces": "theirs",
  "GET /communaute/pratiques/:slug/pieces/:piece": "open",
  "GET /communaute/pratiques/:slug/pieces/:piece/sous-titres": "open",
  "POST /communaute/pratiques/:slug/pieces/:piece/suppression": "theirs",
  "GET /communaute/animation": "agents",
  "GET /communaute/animation/moderation/:about/:id": "agents",
  "POST /communaute/animation/moderation/:about/:id": "agents",
  "POST /communaute/animation/recours/:id": "agents",
  "GET /appels": "open",
  "GET /appels.ics": "open",
  "GET /appels.atom": "open",
  "GET /appels/:slug": "open",
  "POST /appels/:slug/questions": "signed-in",
  "GET /appels/:slug/note": "signed-in",
  "POST /appels/:slug/note": "signed-in",
  "GET /api/v1/calls": "open",
  "GET /selection": "agents",
  "GET /selection/:call": "agents",
  "POST /selection/:call/etapes/:step": "agents",
  "GET /selection/:call/evaluateurs": "agents",
  "POST /selection/:call/evaluateurs/invitation": "agents",
  "POST /selection/:call/evaluateurs/fiches": "agents",
  "POST /selection/:call/evaluateurs/fiches/:sheet/retrait": "agents",
  "GET /selection/:call/seance": "theirs",
  "GET /selection/:call/seance/flux": "theirs",
  "GET /selection/:call/reunion": "theirs",
  "POST /selection/:call/reunion": "agents",
  "POST /selection/:call/compte-rendu": "theirs",
  "GET /selection/:call/compte-rendu.pdf": "theirs",
  "GET /selection/:call/selection-exterieure": "agents",
  "POST /selection/:call/selection-exterieure": "agents",
  "GET /selection/:call/selection-exterieure.xlsx": "agents",
  "GET /selection/:call/vote": "agents",
  "POST /selection/:call/vote": "agents",
  "GET /selection/:call/vote.xlsx": "agents",
  "POST /selection/:call/notification": "agents",
  "GET /selection/:call/dossiers/:id": "agents",
  "POST /selection/:call/dossiers/:id/admission": "agents",
  "POST /selection/:call/dossiers/:id/conciliation": "agents",
  "POST /selection/:call/dossiers/:id/retenu": "agents",
  "POST /selection/:call/dossiers/:id/fiche": "agents",
  "POST /selection/:call/dossiers/:id/appreciation": "agents",
  "POST /selection/:call/dossiers/:id/etapes/:step": "agents",
  "POST /selection/:call/dossiers/:id/conditions": "agents",
  "POST /selection/:call/dossiers/:id/conditions/:condition": "agents",
  "POST /selection/:call/dossiers/:id/questions/:question": "agents",
  "GET /evaluations": "signed-in",
  "GET /evaluations/:sheet": "theirs",
  "POST /evaluations/:sheet": "theirs",
  "POST /evaluations/:sheet/interet": "theirs",
  "GET /evaluations/:sheet/pieces/:attachment": "theirs",
  "GET /co-instruction": "theirs",
  "GET /co-instruction/:id": "theirs",
  "POST /co-instruction/:id/avis": "theirs",
  "POST /co-instruction/:id/questions": "theirs",
  "GET /co-instruction/:id/pieces/:attachment": "theirs",
  "GET /demandes/:id/conditions": "theirs",
  "POST /demandes/:id/conditions/:condition": "theirs",
  "GET /administration/appels": "agents",
  "GET /administration/appels/nouveau": "agents",
  "POST /administration/appels/nouveau": "agents",
  "GET /administration/appels/:id": "agents",
  "GET /administration/appels/:id/volets/:part": "agents",
  "POST /administration/appels/:id/volets/:part": "agents",
  "GET /administration/appels/:id/apercu": "agents",
  "GET /administration/appels/:id/essai": "agents",
  "POST /administration/appels/:id/essai": "agents",
  "POST /administration/appels/:id/notes/:note": "agents",
  "POST /administration/appels/:id/vote": "agents",
  "POST /administration/appels/:id/etapes/:step": "agents",
  "POST /administration/appels/:id/prolongation": "agents",
  "POST /administration/appels/:id/questions/:question": "agents",
  "GET /accueil": "signed-in",
  "GET /demandes": "open",
  "GET /demandes/nouvelle": "signed-in",
  "POST /demandes/nouvelle": "signed-in",
  "GET /demandes/:id": "theirs",
  "GET /demandes/:id/budget/lignes/:line": "theirs",
  "GET /demandes/:id/budget.xlsx": "theirs",
  "GET /demandes/:id/budget.csv": "theirs",
  "GET /demandes/:id/budget/modele.xlsx": "theirs",
  "GET /demandes/:id/budget/calcul": "theirs",
  "POST /demandes/:id/budget/calcul": "theirs",
  "GET /demandes/:id/budget/import": "theirs",
  "POST /demandes/:id/budget/import": "theirs",
  "GET /demandes/:id/formulaire/:section": "theirs",
  "POST /demandes/:id/formulaire/:section": "theirs",
  "GET /demandes/:id/pieces": "theirs",
  "POST /demandes/:id/pieces": "theirs",
  "GET /demandes/:id/pieces/:attachment": "theirs",
  "GET /demandes/:id/pieces/:attachment/suppression": "theirs",
  "POST /demandes/:id/pieces/:attachment/suppression": "theirs",
  "GET /demandes/:id/documents/:document": "theirs",
  "GET /demandes/:id/deposee": "theirs",
  "GET /demandes/:id/autre-financeur": "theirs",
  "POST /demandes/:id/autre-financeur": "theirs",
  "POST /instruction/dossiers/:id/autre-financeur": "agents",
  "GET /demandes/:id/partenaires": "theirs",
  "POST /demandes/:id/partenaires": "theirs",
  "GET /demandes/:id/partenaires/:partner/relance": "theirs",
  "POST /demandes/:id/partenaires/:partner/relance": "theirs",
  "GET /demandes/:id/partenaires/:partner/retrait": "theirs",
  "POST /demandes/:id/partenaires/:partner/retrait": "theirs",
  "GET /partenariats/invitation/:token": "open",
  "POST /partenariats/invitation/:token": "theirs",
  "GET /partenariats/:partner": "theirs",
  "GET /partenariats/:partner/reponse": "theirs",
  "POST /partenariats/:partner/reponse": "theirs",
  "GET /partenariats/:partner/partie": "theirs",
  "POST /partenariats/:partner/partie": "theirs",
  "GET /partenariats/:partner/confirmation": "theirs",
  "POST /partenariats/:partner/confirmation": "theirs",
  "GET /partenariats/:partner/convention": "theirs",
  "GET /partenariats/:partner/depart": "theirs",
  "POST /partenariats/:partner/depart": "theirs",
  "GET /demandes/:id/depot": "theirs",
  "GET /demandes/:id/brouillon.pdf": "theirs",
  "POST /demandes/:id/depot": "theirs",
  "GET /demandes/:id/complements": "theirs",
  "POST /demandes/:id/complements": "theirs",
  "GET /demandes/:id/messages": "theirs",
  "POST /demandes/:id/messages": "theirs",
  "GET /demandes/:id/messages/:file": "theirs",
  "GET /demandes/:id/corrections": "theirs",
  "POST /demandes/:id/corrections": "theirs",
  "GET /demandes/:id/corrections/piece": "theirs",
  "POST /demandes/:id/corrections/piece": "theirs",
  "GET /demandes/:id/retrait": "theirs",
  "POST /demandes/:id/retrait": "theirs",
  "GET /demandes/:id/copie": "theirs",
  "POST /demandes/:id/copie": "theirs",
  "GET /demandes/:id/suppression": "theirs",
  "POST /demandes/:id/suppression": "theirs",
  "POST /demandes/:id/evenement": "theirs",
  "GET /demandes/:id/convention": "theirs",
  "POST /demandes/:id/convention": "theirs",
  "GET /demandes/:id/convention/exemplaire": "theirs",
  "GET /instruction": "agents",
  "GET /instruction/export.csv": "agents",
  "GET /instruction/export.xlsx": "agents",
  "GET /instruction/export": "agents",
  "GET /instruction/colonnes": "agents",
  "POST /instruction/colonnes": "agents",
  "POST /instruction/reglages": "agents",
  "GET /instruction/service": "agents",
  "POST /instruction/vues": "agents",
  "POST /instruction/vues/:view/suppression": "agents",
  "POST /instruction/actions": "agents",
  "GET /instruction/rapport": "agents",
  "POST /instruction/rapport": "agents",
  "GET /instruction/rapport/:report": "agents",
  "GET /instruction/dossiers/:id": "agents",
  "GET /instruction/dossiers/:id/suivant": "agents",
  "GET /instruction/dossiers/:id/precedent": "agents",
  "GET /instruction/dossiers/:id/dossier.pdf": "agents",
  "GET /instruction/dossiers/:id/pieces/:attachment": "agents",
  "GET /instruction/dossiers/:id/documents/:document": "agents",
  "POST /instruction/dossiers/:id/jugement": "agents",
  "GET /instruction/dossiers/:id/messages/:file": "agents",
  "POST /instruction/dossiers/:id/suivi": "agents",
  "POST /instruction/dossiers/:id/vu": "agents",
  "POST /instruction/dossiers/:id/etiquettes": "agents",
  "POST /instruction/dossiers/:id/taches": "agents",
  "POST /instruction/dossiers/:id/taches/:task/fin": "agents",
  "POST /instruction/dossiers/:id/doublons": "agents",
  "POST /instruction/dossiers/:id/decision/correction": "agents",
  "GET /instruction/avis-a-valider": "agents",
  "GET /instruction/modeles": "agents",
  "POST /instruction/modeles": "agents",
  "POST /instruction/modeles/:template": "agents",
  "GET /instruction/dossiers/:id/complements": "agents",
  "POST /instruction/dossiers/:id/complements": "agents",
  "POST /instruction/dossiers/:id/complements/cloture": "agents",
  "GET /instruction/dossiers/:id/corrections": "agents",
  "POST /instruction/dossiers/:id/corrections": "agents",
  "POST /instruction/dossiers/:id/messages": "agents",
  "POST /instruction/dossiers/:id/notes": "agents",
  "POST /instruction/dossiers/:id/affectation": "agents",
  "POST /instruction/dossiers/:id/interet": "agents",
  "POST /instruction/dossiers/:id/validation": "agents",
  "POST /instruction/dossiers/:id/etapes/:step": "agents",
  "POST /instruction/dossiers/:id/decision": "agents",
  "POST /instruction/dossiers/:id/notification": "agents",
  "GET /instruction/dossiers/:id/apercu/:letter": "agents",
  "POST /instruction/dossiers/:id/apercu/:letter": "agents",
  "POST /instruction/dossiers/:id/convention": "agents",
  "GET /instruction/dossiers/:id/convention/signature": "agents",
  "POST /instruction/dossiers/:id/convention/signature": "agents",
  "GET /agenda": "open",
  "GET /agenda.ics": "open",
  "GET /agenda.atom": "open",
  "GET /agenda/:slug": "open",
  "POST /agenda/:slug/inscription": "open",
  "GET /agenda/:slug/pieces/:piece": "open",
  "GET /inscriptions/:ticket/pieces/:piece": "open",
  "POST /inscriptions/:ticket/photographies": "open",
  "GET /animation/:id/badges.pdf": "agents",
  "GET /animation/:id/avis": "agents",
  "GET /animation/:id/pieces": "agents",
  "POST /animation/:id/pieces": "agents",
  "POST /animation/:id/pieces/:piece/suppression": "agents",
  "GET /api/v1/events": "open",
  "GET /api/v1/sessions": "open",
  "GET /agenda/proposer": "signed-in",
  "POST /agenda/proposer": "signed-in",
  "GET /mes-rendez-vous": "signed-in",
  "GET /alertes": "open",
  "POST /alertes": "open",
  "GET /alertes/:key": "open",
  "POST /alertes/:key/confirmation": "open",
  "POST /alertes/:key/arret": "open",
  "POST /alertes/:key/sujets": "open",
  "GET /inscriptions/:ticket": "open",
  "POST /inscriptions/:ticket/confirmation": "open",
  "POST /inscriptions/:ticket/place": "open",
  "POST /inscriptions/:ticket/renonciation": "open",
  "GET /porte/billet/:ticket": "open",
  "GET /porte/:key": "open",
  "POST /porte/:key/pointage": "open",
  "POST /agenda/:slug/idees": "signed-in",
  "POST /agenda/:slug/idees/:idea/soutien": "signed-in",
  "POST /agenda/:slug/demandes": "signed-in",
  "POST /animation/:id/idees/:idea/retrait": "agents",
  "GET /agenda/:slug/equipe": "signed-in",
  "POST /agenda/:slug/equipe": "signed-in",
  "GET /agenda/:slug/equipe/modele.xlsx": "open",
  "GET /formations": "open",
  "GET /formations.xml": "open",
  "GET /formations/:slug": "open",
  "GET /formations/reste-a-charge": "open",
  "GET /formations/programme/:year": "open",
  "GET /formations/besoins": "signed-in",
  "POST /formations/besoins": "signed-in",
  "GET /reste-a-charge": "signed-in",
  "POST /reste-a-charge": "signed-in",
  "GET /reste-a-charge/:id": "theirs",
  "POST /inscriptions/:ticket/presence": "open",
  "GET /inscriptions/:ticket/attestation.pdf": "open",
  "GET /inscriptions/:ticket/badge.json": "open",
  "GET /inscriptions/:ticket/avis/:moment": "open",
  "POST /inscriptions/:ticket/avis/:moment": "open",
  "GET /animation/programme": "agents",
  "GET /animation/programme/:year": "agents",
  "POST /animation/programme/:year": "agents",
  "POST /animation/programme/:year/reference": "agents",
  "GET /animation/programme/:year/cours": "agents",
  "POST /animation/programme/:year/cours": "agents",
  "GET /animation/cours/:id": "agents",
  "POST /animation/cours/:id": "agents",
  "POST /animation/cours/:id/ouverture": "agents",
  "GET /animation/cours/:id/session": "agents",
  "POST /animation/cours/:id/session": "agents",
  "GET /animation/reste-a-charge": "agents",
  "GET /animation/reste-a-charge/:id": "agents",
  "POST /animation/reste-a-charge/:id": "agents",
  "GET /animation/:id/emargement": "agents",
  "POST /animation/:id/emargement": "agents",
  "GET /animation/:id/emargement.pdf": "agents",
  "GET /animation/:id/dossier.zip": "agents",
  "POST /animation/:id/cloture": "agents",
  "GET /animation": "agents",
  "GET /animation/evenements/nouveau": "agents",
  "POST /animation/evenements/nouveau": "agents",
  "GET /animation/:id": "agents",
  "GET /animation/:id/modification": "agents",
  "POST /animation/:id/modification": "agents",
  "POST /animation/:id/annonce": "agents",
  "POST /animation/:id/annulation": "agents",
  "POST /animation/:id/report": "agents",
  "POST /animation/:id/copie": "agents",
  "POST /animation/:id/courriel": "agents",
  "POST /animation/:id/equipe": "agents",
  "POST /animation/:id/equipe/:member/retrait": "agents",
  "GET /animation/:id/inscrits.csv": "agents",
  "POST /animation/:id/inscrits/:registration/annulation": "agents",
  "POST /animation/:id/inscrits/:registration/admission": "agents",
};

let w: TestWorld;
let p: Populated;
const cookies = new Map<string, string>();

beforeAll(async () => {
  // Mails leave: the outbox is not the demonstration's open letter box.
  w = await openTestWorld({ settings: { ESSAIM_SMTP_URL: "smtp://127.0.0.1:9" } });
  p = await populate(w);
  cookies.set("owner", await w.signIn(p.secret.owner)).set("reader", await w.signIn(p.secret.reader));
  cookies.set("other", await w.signIn(p.mine.owner)).set("officer", await w.signIn(p.agents.officer));
}, 120_000);
afterAll(() => w.close());

const STAGES = ["signed", "filed", "draft"] as const;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly signIn: boolean;
}

/** Asks a route about what is the secret organisation's; a POST is an act on a page that was never shown. */
async function ask(name: string, who: string, stage: (typeof STAGES)[number]): Promise<Answer> {
  const [method = "GET", pattern = ""] = name.split(" ");
  const id =
    p.community[pattern.split("/:id")[0] ?? ""] ??
    (/^\/organisations/.test(pattern) ? p.secret.id : p.applications[stage]);
  const { origin } = w.world;
  const cookie = cookies.get(who);
  const response = await w.app.request(new URL(pathOf(pattern, { ...p.theirs, id }), origin).href, {
    method,
    headers: { origin, ...(cookie === undefined ? {} : { cookie }) },
    ...(method === "GET" ? {} : { body: new URLSearchParams({ cle: randomUUID(), version: "0" }) }),
  });
  const location = response.headers.get("location") ?? "";
  const body = await response.text();
  // Who reads is led there; who sends a form is told on a page that keeps it.
  const signIn =
    method === "GET" ? location.startsWith("/connexion") : body.includes('href="/connexion" target="_blank"');
  return { status: response.status, body, signIn };
}

const behind = (door: Door) => Object.keys(doors).filter((name) => doors[name] === door);

describe("every route has a door", () => {
  it("that this table names, none left out, none too many", () => {
    const found = routesOf(w).map(({ method, path }) => `${method} ${path}`);
    expect(found.filter((name) => !(name in doors))).toEqual([]);
    expect(Object.keys(doors).filter((name) => !found.includes(name))).toEqual([]);
  });

  it("open to anyone where nothing is anyone's", async () => {
    for (const name of behind("open")) {
      const { status, body } = await ask(name, "nobody", "signed");
      expect([401, 403].includes(status), `${name}: ${status}`).toBe(false);
      expect(status, name).toBeLessThan(500);
      // The demonstration's own door names its people: they are fictional, and there is none in production.
      if (!name.endsWith(" /demonstration")) expect(body.includes(SECRET), name).toBe(false);
    }
  });

  it("that leads whoever is not signed in to sign in, and nowhere else", async () => {
    for (const name of [...behind("signed-in"), ...behind("theirs"), ...behind("agents")]) {
      const { signIn, status, body } = await ask(name, "nobody", "filed");
      const refused = name.startsWith("GET ") ? 303 : 401;
      expect([name, status, signIn, body.includes(SECRET)]).toEqual([name, refused, true, false]);
    }
  });

  it("that is not there for another organisation", async () => {
    for (const name of behind("theirs")) {
      for (const stage of STAGES) {
        const { status, body } = await ask(name, "other", stage);
        expect([name, stage, status]).toEqual([name, stage, 404]);
        expect(body.includes(SECRET), `${name}, ${stage}`).toBe(false);
      }
    }
  });

  it("that is not there for the public where it is the funder's, owners of the file included", async () => {
    for (const name of behind("agents")) {
      for (const who of ["other", "owner", "reader"]) {
        const { status, body } = await ask(name, who, "filed");
        expect([name, who, status]).toEqual([name, who, 404]);
        if (who === "other") expect(body.includes(SECRET), name).toBe(false);
      }
    }
  });

  it("that a draft never opens to an agent", async () => {
    for (const name of [...behind("agents"), ...behind("theirs")].filter((one) =>
      /\/(dossiers|demandes)\/:id/.test(one),
    )) {
      const { status, body } = await ask(name, "officer", "draft");
      expect([name, status]).toEqual([name, 404]);
      expect(body.includes(SECRET), name).toBe(false);
    }
  });
});
