// The web door of this slice.
export { answerBatch } from "./answer.tsx";
export { selectionQueue } from "./queue-part.tsx";
export { selectionRoutes } from "./routes.ts";
export { selectionPart } from "./selection-part.tsx";
export { SelectionTabs, selectionTrail } from "./tabs.tsx";
