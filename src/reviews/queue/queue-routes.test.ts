import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findApplication } from "#src/life/index.ts";
import { packageRoot } from "#src/places.ts";
import { legalDay } from "#src/platform/clock.ts";
import { slices } from "#src/slices.ts";
import { communeByCode } from "#src/territory/index.ts";
import { urls } from "#src/urls.ts";
import { openTestWorld, TEST_NOW, type TestWorld } from "#test/support/world.ts";
import { type FiledRequest, fileRequest, hiddenFields, makeAgents, type TestAgents } from "../reviewing.fixture.ts";
import { everyApplication, queueFields, readFilter } from "./filters/filter.ts";
import { ownFacets } from "./filters/own-facets.ts";
import { queueOf } from "./part.ts";
import { type QueueRow, queuePage } from "./queue-store.ts";
import { csvCell } from "./sheets/csv.ts";
import { ownSheet } from "./sheets/own-sheet-export.ts";

let w: TestWorld;
let agents: TestAgents;
let next = 0;

beforeAll(async () => {
  w = await openTestWorld();
  agents = await makeAgents(w);
  for (let n = 0; n < 5; n++) await filed();
});
afterAll(() => w.close());

const filed = (twist: Record<string, string> = {}): Promise<FiledRequest> => fileRequest(w, next++, twist);

const read = async (id: string) => {
  const application = await w.inTx((tx) => findApplication(tx, id));
  if (application === null) throw new Error("no such request");
  return application;
};

const siretOf = (raw: Readonly<Record<string, string | readonly string[]>>) => String(raw["structures.0.siret"]);

describe("the queue", () => {
  it("offers to look for the same words everywhere, where a tab holds no such file", async () => {
    const officer = await w.browser(agents.officer);
    const tab = (await officer.get(urls.queue.href({}, { vue: queueFields.groupWords.closed, q: "atelier" }))).body;
    const anchor = /<a[^>]*href="([^"]*)"[^>]*>(?:<[^>]*>)*Chercher «[^<]*atelier/.exec(tab);
    const query = new URL((anchor?.[1] ?? "").replaceAll("&amp;", "&"), w.world.origin).searchParams;
    expect(readFilter(query, everyApplication, ownFacets)).toMatchObject({
      search: "atelier",
      group: null,
      values: {},
    });
  });

  it("finds by number, SIRET, organisation and words without accents, sorts and pages without loss", async () => {
    const officer = await w.browser(agents.officer);
    const { id } = await filed({ title: "Écoles d’été pour apprendre à apprendre" });
    const application = await read(id);
    const siret = siretOf(application.raw);
    for (const q of [application.number ?? "", siret, siret.slice(0, 9), application.organisationName, "ecoles ete"]) {
      expect((await officer.get(urls.queue.href({}, { q }))).body, q).toContain(application.number);
    }
    expect((await officer.get(urls.queue.href({}, { q: "introuvable" }))).body).toContain("Rien ici pour l’instant");
    for (const tri of ["depot", "delai", "montant", "organisme"]) {
      for (const sens of ["asc", "desc"]) {
        const page = await officer.get(urls.queue.href({}, { vue: "tous", tri, sens }));
        expect(page.status, `${tri} ${sens}`).toBe(200);
      }
    }
  });

  it("keeps the order that was chosen, whatever is looked for, filtered or let go", async () => {
    const officer = await w.browser(agents.officer);
    const page = await officer.get(urls.queue.href({}, { vue: "tous", tri: "organisme", sens: "desc", q: "atelier" }));
    const search = page.body.split("<form").find((part) => part.includes('type="search"')) ?? "";
    expect(hiddenFields(search)).toEqual({ vue: "tous", tri: "organisme", sens: "desc" });
    const links = [...page.body.matchAll(/<a[^>]*href="(\/instruction\?[^"]*)"[^>]*>(.*?)<\/a>/g)].map(
      ([, href = "", words = ""]) => [words.replace(/<[^>]+>/g, ""), href.replaceAll("&amp;", "&")] as const,
    );
    const narrowing = ["Mes dossiers", "Non affectés", "En retard", "Tout effacer", "Compléments", "Recherche"];
    for (const words of narrowing) {
      const href = links.find(([label]) => label.startsWith(words))?.[1] ?? words;
      expect(href).toContain("tri=organisme");
      expect(href).toContain("sens=desc");
    }
    // A home opens on its own order: what is looked for from there keeps it too, and looks everywhere.
    const home = await officer.get(urls.queue.href());
    const box = home.body.split("<form").find((part) => part.includes('type="search"')) ?? "";
    expect(hiddenFields(box)).toMatchObject({ vue: "tous", tri: "delai" });
  });

  it("finds a file by the last digits of its number, and not every file whose number begins as they do", async () => {
    const officer = await w.browser(agents.officer);
    const { id } = await filed();
    const number = (await read(id)).number ?? "";
    const [, year, rank = ""] = number.split("-");
    for (const q of [String(Number(rank)), rank, `${year}-${Number(rank)}`]) {
      const { body } = await officer.get(urls.queue.href({}, { q }));
      expect(body.includes(number), q).toBe(true);
      expect(/1\s+dossier\s+correspond/.test(body), q).toBe(true);
    }
    const { body } = await officer.get(urls.queue.href({}, { q: "99" }));
    expect(body).toContain("Rien ici pour l’instant");
  });

  it("finds by postcode and by commune, and finds nothing by signs alone", async () => {
    const officer = await w.browser(agents.officer);
    const { number, commune } = await read((await filed()).id);
    const place = communeByCode(commune ?? "");
    const searched = async (q: string) => (await officer.get(urls.queue.href({}, { q }))).body;
    for (const q of [place?.name ?? "", ...(place?.postcodes ?? [])]) {
      expect(q).not.toBe("");
      expect(await searched(q), q).toContain(`>${number}</a>`);
    }
    expect(await searched("97400")).toContain("Rien ici pour l’instant");
    for (const q of ["%", "'", "; --"]) {
      const body = await searched(q);
      expect(body, q).toContain("Rien ici pour l’instant");
      expect(body, q).toContain("des signes seuls ne trouvent rien");
    }
  });

  it("says under its field what a filter did not understand", async () => {
    const officer = await w.browser(agents.officer);
    const { body } = await officer.get(urls.queue.href({}, { etat: "zzz", min: "abc" }));
    expect(body).toMatch(/id="champ-etat-erreur"[^>]*>.*?« zzz » n’est pas un état/);
    expect(body).toMatch(/id="champ-min-erreur"[^>]*>.*?« abc » n’est pas un montant/);
    expect(body).toMatch(/<details[^>]*id="filtres"[^>]*open|<details[^>]*open[^>]*id="filtres"/);
  });

  it.each([
    ["officer", true],
    ["approver", true],
    ["accountant", false],
    ["auditor", false],
  ] as const)("offers the report of the commission to who may make it: %s", async (role, offered) => {
    const agent = await w.browser(agents[role]);
    const { id } = await filed();
    const { body } = await agent.get(urls.queue.href({}, { vue: "tous" }));
    expect(body.includes('value="rapport"')).toBe(offered);
    const answer = await agent.post(urls.queueActions.href(), { dossier: id, action: "rapport" });
    expect(answer.status).toBe(offered ? 303 : 403);
  });

  it("acts on several files, saves views, and exports what the filter shows", async () => {
    const officer = await w.browser(agents.officer);
    const one = await filed();
    const two = await filed();
    const dossier = [one.id, two.id];
    const nothing = await officer.post(urls.queueActions.href(), { action: "affecter", retour: urls.queue.href() });
    expect((await officer.get(nothing.location ?? "")).body).toContain("Choisissez au moins un dossier");
    await officer.post(urls.queueActions.href(), {
      dossier,
      action: "affecter",
      agent: agents.colleague,
      retour: "/ailleurs",
    });
    expect((await read(one.id)).assignedTo).toBe(agents.colleague);
    const completed = await officer.post(urls.queueActions.href(), {
      dossier,
      action: "complets",
      retour: urls.queue.href(),
    });
    expect(completed.location).toBe(urls.queue.href());
    expect((await read(two.id)).state).toBe("complete");
    const chosen = await officer.post(urls.queueActions.href(), {
      dossier,
      action: "exporter",
      format: "csv",
      retour: urls.queue.href({}, { vue: "tous" }),
    });
    expect(chosen.headers.get("content-type")).toContain("text/csv");
    expect(chosen.body.trim().split("\r\n")).toHaveLength(3);
    const all = await officer.get(urls.queueExport.href({}, { vue: "tous", etat: "complete" }));
    expect(all.body.slice(0, 16)).toBe("Numéro;Organisme");
    expect(all.body).toContain((await read(one.id)).number);
    const report = await officer.post(urls.queueActions.href(), {
      dossier,
      action: "rapport",
      retour: urls.queue.href(),
    });
    expect(report.location).toContain(`dossier=${one.id}`);
    await officer.post(urls.queueViews.href(), { nom: "Mes complets", requete: "?vue=tous&etat=complete&intrus=1" });
    const page = await officer.get(urls.queue.href({}, { vue: "tous" }));
    expect(page.body).toContain("Mes complets");
    expect(page.body).not.toContain("intrus");
    expect((await (await w.browser(agents.colleague)).get(urls.queue.href({}, { vue: "tous" }))).body).not.toContain(
      "Mes complets",
    );
  });

  it("says which of several files an act left as they were, and why", async () => {
    const supervisor = await w.browser(agents.supervisor);
    const [fresh, done, barred] = [await filed(), await filed(), await filed()];
    const completes = { action: "complets", retour: urls.queue.href() };
    await supervisor.post(urls.queueActions.href(), { ...completes, dossier: done.id });
    const { key, version } = { key: crypto.randomUUID(), version: String((await read(barred.id)).version) };
    await supervisor.post(urls.reviewInterest.href({ id: barred.id }), { cle: key, version, motif: "Ancien salarié." });
    const dossier = [fresh.id, done.id, barred.id];
    const told = await supervisor.post(urls.queueActions.href(), { ...completes, dossier });
    expect(told.status).toBe(200);
    const page = told.body.replace(/\s+/g, " ");
    expect(page).toContain("2 dossiers laissés tels quels");
    expect(page).toContain(`1 dossier déclaré complet : ${(await read(fresh.id)).number}.`);
    for (const { id } of [done, barred]) {
      const { number, organisationName } = await read(id);
      expect(page).toContain(`href="${urls.review.href({ id })}">${number}`);
      expect(page).toContain(organisationName);
    }
    expect(page).toContain("Il est dans l’état « Complet », qui ne le permet pas.".replace(/\s+/g, " "));
    expect(page).toContain("Vous avez déclaré un intérêt");
    expect(page).not.toContain(`>${(await read(fresh.id)).number}</a>`);
    expect((await read(fresh.id)).state).toBe("complete");
    expect((await read(barred.id)).state).toBe("submitted");
  });

  it("exports days and amounts that a program reads, under headers that are documented", async () => {
    const officer = await w.browser(agents.officer);
    const { id } = await filed({ title: '=HYPERLINK("https://x.example")' });
    const application = await read(id);
    const { body } = await officer.get(urls.queueExport.href({}, { q: application.number ?? "" }));
    const [header = "", line = "", ...rest] = body.trim().split("\r\n");
    expect(rest).toEqual([]);
    const cells = new Map(header.split(";").map((name, at) => [name, line.split(";")[at]]));
    expect(cells.get("Déposé le")).toBe("2026-03-10");
    expect(cells.get("Échéance")).toBe(application.implicitRefusalOn);
    expect(cells.get("Suspendu jusqu’au")).toBe("");
    expect(cells.get("Aide demandée (€)")).toBe(((application.requestedAid ?? 0) / 100).toFixed(2).replace(".", ","));
    expect(cells.get("Projet")).toBe(`"'=HYPERLINK(""https://x.example"")"`);
    // A page's text loses the mark of its encoding: the bytes are read as they go out.
    const address = new URL(urls.queueExport.href(), w.world.origin).href;
    const answer = await w.app.request(address, { headers: { cookie: officer.cookies() } });
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const documented = await readFile(join(packageRoot, "docs/queue-export.md"), "utf8");
    expect([...documented.matchAll(/^\| ([^|]+?) \|/gm)].map((row) => row[1]).slice(1)).toEqual(
      queueOf(slices.flatMap((slice) => slice.queue ?? [])).sheet.map(({ header }) => header),
    );
  });

  it("narrows to the files that will soon be refused by silence, then to those that are", async () => {
    const officer = await w.browser(agents.officer);
    const { number, implicitRefusalOn } = await read((await filed()).id);
    const shows = async (delai: string) =>
      (await officer.get(urls.queue.href({}, { delai }))).body.includes(`>${number}<`);
    expect(implicitRefusalOn).toBe("2026-05-10");
    const on = async (day: string) => {
      w.clock.set(`${day}T09:00:00Z`);
      return [await shows("proche"), await shows("retard")];
    };
    expect(await on("2026-05-02")).toEqual([false, false]);
    expect(await on("2026-05-03")).toEqual([true, false]);
    expect(await on("2026-05-10")).toEqual([true, false]);
    expect(await on("2026-05-11")).toEqual([false, true]);
    w.clock.set(TEST_NOW);
  });

  it("keeps the zeros that begin a SIREN and the code of a commune, where a spreadsheet drops them", async () => {
    const officer = await w.browser(agents.officer);
    const { id } = await filed();
    const { number, organisationId } = await read(id);
    const { siren } = await w.inTx((tx) =>
      tx.selectFrom("organisation").select("siren").where("id", "=", organisationId).executeTakeFirstOrThrow(),
    );
    const rename = (to: string) =>
      w.inTx((tx) => tx.updateTable("organisation").set({ siren: to }).where("id", "=", organisationId).execute());
    await rename("005520176");
    const { body } = await officer.get(urls.queueExport.href({}, { q: number ?? "" }));
    await rename(siren);
    expect(body).toContain(';"=""005520176""";');
    const code = ownSheet.find(({ header }) => header === "Code INSEE");
    const cell = code?.cell?.({ commune: "01004" } as QueueRow, {
      me: "",
      today: legalDay(w.clock.now()),
      funder: w.world.config.funder,
    });
    expect(csvCell(cell ?? null)).toBe('="01004"');
  });

  it("pages by key in both directions", async () => {
    const today = legalDay(w.clock.now());
    for (const tri of ["depot", "delai", "montant", "organisme"]) {
      const filter = readFilter(new URLSearchParams({ vue: "tous", tri }), everyApplication, ownFacets);
      const pageOf = (f: typeof filter) =>
        w.inTx((tx) => queuePage(tx, { filter: f, facets: ownFacets, me: "x", today }, 3));
      const whole = await w.inTx((tx) => queuePage(tx, { filter, facets: ownFacets, me: "x", today }, 500));
      const seen: string[] = [];
      let page = await pageOf(filter);
      for (;;) {
        seen.push(...page.rows.map((row) => row.id));
        if (page.next === null) break;
        const after = await pageOf({ ...filter, cursor: page.next });
        const back = await pageOf({ ...filter, cursor: after.previous });
        expect(back.rows.map((row) => row.id)).toEqual(page.rows.map((row) => row.id));
        page = after;
      }
      expect(seen, tri).toEqual(whole.rows.map((row) => row.id));
    }
  });
});
