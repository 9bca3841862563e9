import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import * as f from "./format.ts";

describe("money", () => {
  it.each([
    [0, "0\u00a0€"],
    [910000, "9\u202f100\u00a0€"],
    [910050, "9\u202f100,50\u00a0€"],
    [123456789, "1\u202f234\u202f567,89\u00a0€"],
    [-5, "−0,05\u00a0€"],
    [1, "0,01\u00a0€"],
  ])("%d cents is %s", (cents, expected) => expect(f.formatMoney(cents)).toBe(expected));

  it("always shows cents in a column", () => expect(f.formatMoneyExact(910000)).toBe("9\u202f100,00\u00a0€"));
});

describe("days and times", () => {
  it.each([
    ["2026-03-03", "3\u00a0mars 2026"],
    ["2026-03-01", "1er\u00a0mars 2026"],
    ["2026-08-15", "15\u00a0août 2026"],
  ])("%s is %s", (day, expected) => expect(f.formatDay(day)).toBe(expected));

  it("takes a Temporal day", () => expect(f.formatDayShort(Temporal.PlainDate.from("2026-03-03"))).toBe("03/03/2026"));
  it("writes a day without its year", () => expect(f.formatDayOfYear("2026-02-01")).toBe("1er\u00a0février"));
  it("writes a month", () => expect(f.formatMonth("2026-12-31")).toBe("décembre 2026"));

  it("tells Paris time, summer and winter", () => {
    expect(f.formatDateTime("2026-07-14T22:30:00Z")).toBe("15\u00a0juillet 2026 à 0\u00a0h\u00a030");
    expect(f.formatDateTime("2026-01-14T22:30:00Z")).toBe("14\u00a0janvier 2026 à 23\u00a0h\u00a030");
    expect(f.formatTime(new Date("2026-01-14T08:05:00Z"))).toBe("9\u00a0h\u00a005");
    expect(f.dayInParis("2026-07-14T22:30:00Z")).toBe("2026-07-15");
  });

  it("tells the same time of an instant, however it comes and whatever was told before", () => {
    const instants = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2050, 0) });
    fc.assert(
      fc.property(instants, (at) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(at);
        const { hour, minute } = instant.toZonedDateTimeISO("Europe/Paris");
        const expected = `${hour}\u00a0h\u00a0${String(minute).padStart(2, "0")}`;
        const micro = instant.toString({ fractionalSecondDigits: 6 });
        for (const one of [instant, micro, new Date(at)]) expect(f.formatTime(one)).toBe(expected);
        expect(f.dayInParis(micro)).toBe(instant.toZonedDateTimeISO("Europe/Paris").toPlainDate().toString());
      }),
    );
  });

  it.each([
    [-2, "en retard de 2\u00a0jours"],
    [-1, "en retard de 1\u00a0jour"],
    [0, "aujourd’hui"],
    [1, "demain"],
    [3, "dans 3\u00a0jours"],
  ])("%d days is %s", (days, expected) => expect(f.formatDeadline(days)).toBe(expected));

  it("counts whole days across a change of time", () => expect(f.daysUntil("2026-03-30", "2026-03-28")).toBe(2));
});

describe("numbers and words", () => {
  it.each([
    [7000, "70\u00a0%"],
    [3333, "33,33\u00a0%"],
    [0, "0\u00a0%"],
  ])("%d basis points is %s", (points, expected) => expect(f.formatPercent(points)).toBe(expected));

  it.each([
    [30, "30\u00a0secondes"],
    [120, "2\u00a0minutes"],
    [12000, "3\u00a0h\u00a020"],
    [7200, "2\u00a0h"],
  ])("%d seconds is %s", (seconds, expected) => expect(f.formatDuration(seconds)).toBe(expected));

  it.each([
    [1, "1\u00a0octet"],
    [812, "812\u00a0octets"],
    [1_440_000, "1,4\u00a0Mo"],
    [52_000, "52\u00a0ko"],
    [20_000_000, "20\u00a0Mo"],
  ])("%d bytes is %s", (bytes, expected) => expect(f.formatFileSize(bytes)).toBe(expected));

  it.each([
    [0, "0\u00a0jour"],
    [1.5, "1,5\u00a0jour"],
    [2, "2\u00a0jours"],
  ])("agrees %d", (count, expected) => expect(f.plural(count, "jour")).toBe(expected));

  it("takes an irregular plural", () => expect(f.plural(3, "cheval", "chevaux")).toBe("3\u00a0chevaux"));
  it("lists", () => expect(f.formatList(["a", "b", "c"])).toBe("a, b et c"));
  it("lists alternatives", () => expect(f.formatChoices(["a", "b"])).toBe("a ou b"));
  it("groups a SIRET", () => {
    expect(f.formatSiret("12345678900012")).toBe("123\u00a0456\u00a0789\u00a000012");
    expect(f.formatSiret("123")).toBe("123");
  });
  it("quotes", () => expect(f.quoted("ici")).toBe("«\u202fici\u202f»"));
});
