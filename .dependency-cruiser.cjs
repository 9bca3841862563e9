// Who may import whom. The slices stand in the order of a grant's life: one imports those above it, never those below.
const slices = [
  "territory",
  "people",
  "schemes",
  "eligibility",
  "information",
  "committees",
  "community",
  "calls",
  "life",
  "applications",
  "reviews",
  "news",
  "selection",
  "awards",
  "agreements",
  "setup",
  "agenda",
];

const below = slices.slice(0, -1).map((slice, index) => ({
  name: `${slice}-knows-nothing-below`,
  comment: `${slice} comes before ${slices.slice(index + 1).join(", ")} in a grant's life`,
  severity: "error",
  // A test may walk the whole life of a file.
  from: { path: `^src/${slice}/`, pathNot: "\\.(test|fixture)\\.tsx?$" },
  to: { path: `^src/(${slices.slice(index + 1).join("|")})/` },
}));

/** What the other slices may take from one: its pure door, its web door. */
const doors = slices.map((slice) => ({
  name: `${slice}-through-its-doors`,
  comment: "nothing reaches past a slice's doors",
  severity: "error",
  from: { path: "^src/", pathNot: [`^src/${slice}/`, "^src/(demo|[^/]+\\.tsx?$)", "\\.(test|fixture)\\.tsx?$"] },
  to: { path: `^src/${slice}/`, pathNot: [`^src/${slice}/(web/)?index\\.ts$`] },
}));

const demonstrated = ["^policy/demonstration/", "^policy/frameworks/[^/]+/(demonstrations\\.ts|[^/]+/demonstration/)"];

module.exports = {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "policy-knows-nothing",
      comment: "what was voted is pure: no I/O, no clock, no framework; it runs in the browser too",
      severity: "error",
      from: { path: "^policy/", pathNot: "\\.(test|fixture)\\.ts$" },
      to: { pathNot: ["^policy/", "^text/", "node_modules/temporal-polyfill"] },
    },
    {
      name: "text-knows-nothing",
      comment: "what people write is read in one place, which everything may ask and which asks nothing",
      severity: "error",
      from: { path: "^text/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^text/" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: "^src/platform/", pathNot: "\\.(test|fixture)\\.tsx?$" },
      to: { path: "^(policy|src)/", pathNot: "^src/platform/" },
    },
    {
      name: "ui-knows-policy-and-urls",
      severity: "error",
      from: { path: "^src/ui/", pathNot: "\\.(test|fixture)\\.tsx?$" },
      to: { path: "^src/", pathNot: ["^src/ui/", "^src/urls\\.ts$"] },
    },
    {
      name: "core-stays-off-the-web",
      comment: "the core of a slice knows neither pages nor routes",
      severity: "error",
      from: {
        path: "^src/(people|eligibility|committees|community|calls|life|applications|reviews|awards|agreements)/.+\\.ts$",
        pathNot: ["\\.(test|fixture)\\.ts$", "/web/", "(routes|guard|-export|-facets)\\.ts$"],
      },
      // Hono's tokens (JWT) are no page.
      to: { path: ["^src/[^/]+/web/", "node_modules/hono/(?!dist/(types/)?(middleware|utils)/jw)"] },
    },
    {
      name: "pages-read-no-store",
      comment: "a page receives values",
      severity: "error",
      from: { path: "^src/.*-page\\.tsx$" },
      to: { path: "^src/platform/database/" },
    },
    {
      name: "only-doors-know-tests",
      severity: "error",
      from: { path: "^(policy|src)/", pathNot: ["\\.(test|fixture)\\.tsx?$", "\\.fixture\\.ts$"] },
      to: { path: ["^test/", "\\.(test|fixture)\\.tsx?$"] },
    },
    {
      name: "demonstration-is-for-the-doors",
      comment: "nothing of the service rests on fictional data",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: ["^src/demo/", "\\.(test|fixture)\\.tsx?$"] },
      to: { path: "^src/demo/" },
    },
    {
      name: "what-schemes-demonstrate-too",
      comment: "the fictional answers that a scheme gives are played, and read by no rule and no page",
      severity: "error",
      from: { path: "^(policy|src)/", pathNot: ["^src/demo/", ...demonstrated, "\\.(test|fixture)\\.tsx?$"] },
      to: { path: demonstrated },
    },
    ...below,
    ...doors,
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^dist/", "\\.typ$"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
