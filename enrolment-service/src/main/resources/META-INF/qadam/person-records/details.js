/** What an institution has stated of a completion besides: each member that has no sentence of its own, and its value. */

const WITH_SENTENCES = ['enrolment', 'completedOn', 'score', 'certificate'];

export const details = (content) => Object.entries(content ?? {}).filter(([name]) => !WITH_SENTENCES.includes(name));
