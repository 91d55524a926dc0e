package kz.qadam.progress.xapi;

import java.util.UUID;
import kz.qadam.progress.xapi.reading.Meaning;
import kz.qadam.progress.xapi.reading.VerbAndType;

/**
 * A statement that has arrived, with what it means.
 *
 * @param id its own, or the one that it gets
 * @param platform which of several platforms has sent it; null if nobody can tell
 * @param askedFor its verb and type; null if no profile asks for them
 */
record TakenStatement(UUID id, String platform, VerbAndType askedFor, Meaning meaning) {

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
