// The web door of this slice: what the pages and routes of every chapter share.
export { actFields, answerAct, readAct, readActFields, readKey, refusedAnswer } from "./act.tsx";
export { Messages, SentFiles } from "./messages.tsx";
export { FoldedPictures, PlacesOutside, ProjectCalendar, ProjectCash } from "./pictured.tsx";
export { applicantStateLook, factSentence, unmetConditions, whatIsLeft, whatNext } from "./words.ts";
