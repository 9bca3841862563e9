import { describe, expect, it } from "vitest";
import { type ServerFacts, unsuitable } from "./suitable.ts";

const good: ServerFacts = {
  version: "15.18 (Debian 15.18-1)",
  major: 15,
  encoding: "UTF8",
  role: "essaim",
  database: "aides",
  mayCreate: true,
  installed: ["plpgsql"],
  available: ["plpgsql", "unaccent", "pg_trgm"],
};

describe("a server of the operator's own", () => {
  it.each([
    ["an older one that has all", good],
    ["one whose administrator made the extensions", { ...good, installed: ["unaccent", "pg_trgm"], available: [] }],
  ])("suits: %s", (_what, facts) => {
    expect(unsuitable(facts)).toEqual([]);
  });

  it.each([
    ["too old", { ...good, version: "14.21", major: 14 }, /^Ce serveur est PostgreSQL 14\.21 : il faut la version 15/],
    ["one extension short", { ...good, available: ["unaccent"] }, /^L’extension pg_trgm manque à .*postgresql-contrib/],
    ["both extensions short", { ...good, available: [] }, /^Les extensions unaccent et pg_trgm manquent à/],
    ["not in UTF-8", { ...good, encoding: "SQL_ASCII" }, /^La base aides est en SQL_ASCII/],
    ["closed to our role", { ...good, mayCreate: false }, /ALTER DATABASE aides OWNER TO essaim/],
  ])("does not suit when %s, and says what to do", (_what, facts, sentence) => {
    expect(unsuitable(facts)).toEqual([expect.stringMatching(sentence)]);
  });

  it("is told all that lacks at once", () => {
    expect(unsuitable({ ...good, encoding: "LATIN1", available: [], mayCreate: false })).toHaveLength(3);
  });
});
