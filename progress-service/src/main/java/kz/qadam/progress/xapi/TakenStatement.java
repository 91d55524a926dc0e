package kz.qadam.progress.xapi;

import java.util.UUID;
import kz.qadam.progress.xapi.reading.Meaning;
import kz.qadam.progress.xapi.reading.VerbAndType;

/**
 * A statement that has arrived, with what it means.
 *
 * @param id its own, or the one that it gets
 * @param askedFor its verb and type; null if no profile asks for them
 */
record TakenStatement(UUID id, VerbAndType askedFor, Meaning meaning) {

    /** Whether it is about a course of which somebody has said which of ours it is. */
    boolean isAboutNamedCourse() {
        return meaning instanceof Meaning.Reports reports && reports.course() != null;
    }

    boolean isAboutUnnamedCourse() {
        return meaning instanceof Meaning.Reports reports && reports.course() == null;
    }

    Meaning.Reports reports() {
        return (Meaning.Reports) meaning;
    }
}
