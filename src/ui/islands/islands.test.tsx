import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownChromium } from "#test/support/chromium.ts";
import { serveUi, type UiServer } from "#test/support/ui-server.ts";
import { Button, ButtonBar, Confirm } from "../actions.tsx";
import { CommuneField } from "../fields/commune.tsx";
import { FileField } from "../fields/file.tsx";
import { AutosaveStatus, Form, LiveRegion } from "../fields/form.tsx";
import { HiddenField, TextField } from "../fields/inputs.tsx";
import { Layout, renderPage } from "../layout.tsx";
import { PageHeader } from "../page.tsx";
import { Disclosure } from "../surfaces.tsx";

let server: UiServer;
let browser: Browser;
let page: Page;
let saveStatus = 200;
let uploads: string[] = [];
let figuresAsked = 0;
let uploadStatus = 201;

const communes = [
  { code: "14118", name: "Caen", postcodes: ["14000"], department: "Calvados" },
  { code: "14119", name: "Cagny", postcodes: ["14630"], department: "Calvados" },
];

beforeAll(async () => {
  server = await serveUi(({ method, url, body }, response) => {
    if (url.pathname === "/garder") {
      setTimeout(() => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ savedAt: new Date().toISOString() }));
      }, 500);
    } else if (url.pathname === "/chiffres") {
      figuresAsked += 1;
      response.end("<div></div>");
    } else if (url.pathname === "/vivant") {
      response.end(renderPage(<LivingPage />));
    } else if (url.pathname === "/api/v1/communes") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(communes));
    } else if (url.pathname === "/sauver") {
      response.statusCode = saveStatus;
      response.setHeader("content-type", "application/json");
      const told =
        saveStatus === 200
          ? { savedAt: new Date().toISOString(), version: 2 }
          : { message: "Déjà modifié.", field: "champ-title" };
      response.end(JSON.stringify(told));
    } else if (url.pathname === "/pieces") {
      if (uploadStatus < 300) uploads.push(/filename="([^"]+)"/.exec(body)?.[1] ?? "?");
      response.statusCode = uploadStatus;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ detail: "type non accepté." }));
    } else if (method === "GET" && url.pathname === "/page") {
      response.end(renderPage(<TestPage answer={url.searchParams.get("days") ?? ""} />));
    } else if (method === "POST") {
      // Never answered at once, so that a second press has time to come.
      setTimeout(() => response.end(renderPage(<TestPage answer="déposé" />)), 700);
    } else return false;
    return true;
  });
  browser = await ownChromium();
});
afterAll(async () => {
  await page?.close();
  await server?.stop();
});
beforeEach(async () => {
  saveStatus = 200;
  uploadStatus = 201;
  uploads = [];
  await page?.close();
  page = await browser.newPage();
  await page.goto(`${server.origin}/page`);
});

/** A form that keeps itself, and whose figures are read again once it is kept. */
function LivingPage() {
  return (
    <Layout title="Vivant" funder={{ name: "Région d’essai" }} nav={[]} scripts={["autosave", "live"]}>
      <PageHeader title="Vivant" />
      <Form action="/garder" autosaveUrl="/garder" live liveUrl="/chiffres" label="brouillon">
        <TextField name="amount" label="Montant" />
        <AutosaveStatus savedText="" />
      </Form>
      <LiveRegion id="resultat">
        <p>Rien</p>
      </LiveRegion>
    </Layout>
  );
}

function TestPage(props: { readonly answer: string }) {
  return (
    <Layout
      title="Essai"
      funder={{ name: "Région d’essai" }}
      nav={[]}
      scripts={["autosave", "live", "commune", "upload"]}
    >
      <PageHeader title="Essai" />
      <Form action="/page" method="get" live label="calcul">
        <TextField name="days" label="Jours" value={props.answer} />
        <CommuneField name="commune" label="Commune" />
      </Form>
      <LiveRegion id="resultat">
        <p data-announce>{`Résultat pour ${props.answer === "" ? "rien" : props.answer}`}</p>
      </LiveRegion>
      <LiveRegion id="questions" fields>
        <Disclosure summary="Coller">Cinq lignes au plus</Disclosure>
      </LiveRegion>
      <Form action="/depot" autosaveUrl="/sauver" label="brouillon">
        <HiddenField name="version" value="1" />
        <TextField name="title" label="Titre" />
        {["10", "20"].map((value, at) => (
          <input
            key={value}
            name={`costs.${at}.amount`}
            value={value}
            aria-label={`Ligne ${at + 1}`}
            data-cell="amount"
          />
        ))}
        <ButtonBar sticky>
          <Button>Déposer</Button>
          <AutosaveStatus />
        </ButtonBar>
      </Form>
      <FileField name="piece" label="Pièce" multiple uploadUrl="/pieces" maxSize={1000} refresh="liste" />
      <LiveRegion id="liste">
        <p>{`Fichiers déposés : ${uploads.join(", ")}`}</p>
      </LiveRegion>
      <Confirm id="retrait" action="/retrait" label="Retirer" title="Retirer ?" confirmLabel="Oui, retirer">
        <p>Sûr ?</p>
      </Confirm>
    </Layout>
  );
}

const status = () => page.locator("[data-autosave-status]");
const posts = (path: string) => server.requests.filter((one) => one.method === "POST" && one.url === path);

describe("the commune's combobox", () => {
  it("lists, moves by arrows, chooses, and sends the code", async () => {
    const box = page.getByRole("combobox", { name: "Commune" });
    await box.fill("ca");
    await page.getByRole("option").first().waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await box.press("ArrowDown");
    await box.press("ArrowDown");
    expect(await box.getAttribute("aria-activedescendant")).toBe("champ-commune-liste-1");
    await box.press("Enter");
    expect(await box.inputValue()).toBe("Cagny (14630, Calvados)");
    expect(await page.locator("[data-commune-code]").inputValue()).toBe("14119");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await box.press("Backspace");
    expect(await page.locator("[data-commune-code]").inputValue()).toBe("");
    await box.press("Escape");
  });

  it("hides the button that searches without script", async () => {
    expect(await page.getByRole("button", { name: "Chercher" }).isVisible()).toBe(false);
  });
});

describe("live figures", () => {
  it("follow the answers, keep the address, and leave unfolded what was", async () => {
    await page.locator("summary", { hasText: "Coller" }).click();
    await page.getByLabel("Jours").fill("12");
    await page.getByText("Résultat pour 12").first().waitFor();
    expect(await page.getByText("Cinq lignes au plus").isVisible()).toBe(true);
    expect(new URL(page.url()).searchParams.get("days")).toBe("12");
    expect(await page.locator("#annonces").textContent()).toBe("Résultat pour 12");
    expect(await page.getByLabel("Jours").evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

describe("autosave", () => {
  it("keeps the draft, says so, and takes the new version", async () => {
    await page.getByLabel("Titre").fill("Un projet");
    await status().filter({ hasText: "Enregistré à l’instant" }).waitFor();
    expect(posts("/sauver").at(-1)?.body).toBe("version=1&title=Un+projet");
    expect(await page.locator("[name=version]").inputValue()).toBe("2");
  });

  it("reads no figures of before what was typed while it was on its way", async () => {
    await page.goto(`${server.origin}/vivant`);
    figuresAsked = 0;
    const sent = page.waitForRequest("**/garder");
    await page.getByLabel("Montant").fill("1");
    await sent;
    const again = page.waitForResponse("**/garder");
    await page.getByLabel("Montant").fill("12");
    await again;
    const second = await page.waitForRequest("**/garder");
    expect(figuresAsked).toBe(0);
    expect(second.postData()).toContain("amount=12");
    await page.waitForRequest("**/chiffres");
    await page.waitForTimeout(200);
    expect(figuresAsked).toBe(1);
  });

  it("sends of a table the cells that changed since they were kept", async () => {
    const keeps = async (cell: string, text: string) => {
      const kept = page.waitForResponse((answer) => answer.url().endsWith("/sauver"));
      await page.getByLabel(cell).fill(text);
      return (await kept).request().postData();
    };
    expect(await keeps("Ligne 2", "25")).toBe("version=1&title=&costs.1.amount=25");
    expect(await keeps("Ligne 1", "11")).toBe("version=2&title=&costs.0.amount=11");
    expect(await keeps("Ligne 2", "20")).toMatch(/&title=&costs\.1\.amount=20$/);
  });

  it("stops on a conflict and leaves what is typed", async () => {
    saveStatus = 409;
    await page.getByLabel("Titre").fill("Autre");
    await status().filter({ hasText: "Déjà modifié." }).waitFor();
    expect(await page.getByRole("link", { name: /Voir la version enregistrée/ }).isVisible()).toBe(true);
    expect(await page.getByLabel("Titre").inputValue()).toBe("Autre");
  });

  it("tells a conflict in the bar that stays in view, and beside its field", async () => {
    saveStatus = 409;
    await page.getByLabel("Titre").fill("Autre");
    await status().filter({ hasText: "Déjà modifié." }).waitFor();
    expect(await page.locator(".es-button-bar-sticky [data-autosave-status]").count()).toBe(1);
    const field = page.getByLabel("Titre");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const told = page.locator(`[id="${await field.getAttribute("aria-describedby")}"]`);
    expect(await told.textContent()).toContain("Déjà modifié.");
    expect(await page.locator(".es-field").filter({ has: told }).getByText("Titre").count()).toBe(1);
  });

  it("tries again when the server was away", async () => {
    saveStatus = 503;
    await page.getByLabel("Titre").fill("Encore");
    await status().filter({ hasText: "ce que vous tapez reste sur cette page, nous réessayons" }).waitFor();
    saveStatus = 200;
    await status().filter({ hasText: "Enregistré à l’instant" }).waitFor();
  });
});

describe("sending", () => {
  it("happens once, however often one presses", async () => {
    const before = posts("/depot").length;
    const button = page.getByRole("button", { name: "Déposer" });
    await button.evaluate((element) => {
      if (!(element instanceof HTMLButtonElement)) return;
      element.click();
      element.click();
      element.click();
    });
    await page.waitForURL("**/depot");
    expect(posts("/depot").length - before).toBe(1);
  });

  it("asks first, in a dialog that gives the focus back", async () => {
    const opener = page.getByRole("button", { name: "Retirer", exact: true });
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "Retirer ?" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await opener.click();
    await page.getByRole("button", { name: "Oui, retirer" }).click();
    await page.waitForURL("**/retrait");
  });
});

describe("uploads", () => {
  it("leave one by one, an error holding up nothing else, and can be tried again", async () => {
    const file = (name: string, size: number) => ({ name, mimeType: "text/plain", buffer: Buffer.alloc(size, 65) });
    await page.getByLabel("Pièce").setInputFiles([file("gros.txt", 2000), file("bon.txt", 10)]);
    await page.getByText(/gros\.txt : ce fichier dépasse/).waitFor();
    await page.getByText("Fichiers déposés : bon.txt").waitFor();
    uploadStatus = 503;
    await page.getByLabel("Pièce").setInputFiles([file("panne.txt", 10)]);
    await page.getByText("panne.txt : l’envoi n’a pas abouti. Le fichier n’est pas perdu : réessayez.").waitFor();
    uploadStatus = 201;
    await page.getByRole("button", { name: "Réessayer : panne.txt" }).click();
    await page.getByText("Fichiers déposés : bon.txt, panne.txt").waitFor();
  });

  it("takes from the list a file that is refused for itself, by its button or by the next choice", async () => {
    const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.alloc(10, 65) });
    uploadStatus = 422;
    await page.getByLabel("Pièce").setInputFiles([file("faux.pdf"), file("vide.pdf")]);
    await page.getByRole("button", { name: "Retirer de la liste : faux.pdf" }).click();
    const listed = page.locator("[data-island=upload] li");
    expect(await listed.filter({ hasText: "faux.pdf" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Réessayer/ }).count()).toBe(0);
    await page.getByText("vide.pdf : type non accepté.").waitFor();
    uploadStatus = 201;
    await page.getByLabel("Pièce").setInputFiles([file("bon.pdf")]);
    await page.getByText("Fichiers déposés : bon.pdf").waitFor();
    await listed.first().waitFor({ state: "detached" });
    expect(await listed.count()).toBe(0);
  });
});
