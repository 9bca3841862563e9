import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { day, type Framework, frameworks } from "#policy/index.ts";
import { VersionPage } from "./version-page.tsx";
import { VersionsPage } from "./versions-page.tsx";

const [held] = frameworks;
if (held === undefined) throw new Error("no framework");

const votedOn = day("2027-03-01");
const later: Framework = {
  ...held,
  version: "2027-03-01",
  deliberation: {
    number: "27-03-12",
    assembly: "Assemblée plénière (fictive)",
    votedOn,
    transmittedOn: day("2027-03-05"),
    publishedOn: day("2027-03-09"),
  },
  inForceFrom: day("2027-03-09"),
  contextFigures: held.contextFigures.map((figure, index) => (index === 0 ? { ...figure, value: "200 M€" } : figure)),
};

/** As read: French spaces made plain. */
const shown = (page: JSX.Element) => render(page).replaceAll(/[\u00a0\u202f]/g, " ");

describe("the versions of the text (D-01)", () => {
  it("are shown the latest first, with their act, and what the funder has still to give", () => {
    const page = shown(<VersionsPage frameworks={[held, later]} current={held} />);
    expect(page.indexOf("Version du 1er mars 2027")).toBeLessThan(page.indexOf("Version du 15 juillet 2025"));
    for (const fact of ["27-03-12", "5 mars 2027", "9 mars 2027", "La plus tardive"]) expect(page).toContain(fact);
    expect(page.match(/à confirmer par le financeur\)/g)).toHaveLength(3);
    expect(page.match(/en vigueur aujourd’hui/g)).toHaveLength(1);
  });

  it("say what changed from one to the next, before and now", () => {
    const page = shown(<VersionPage framework={later} before={held} />);
    expect(page).toMatch(/Budget régional[\s\S]*environ 190 M€[\s\S]*200 M€/);
    expect(page).toContain("La stratégie (1)");
    expect(shown(<VersionPage framework={held} before={held} />)).toContain("Rien de ce que le service lit");
  });

  it("say of the first that the one before is not held", () => {
    const page = shown(<VersionPage framework={held} before={null} />);
    expect(page).toContain("La première que tient le service");
    expect(page).toContain("ACT-03");
  });
});
