package kz.qadam.chassis.http.xlsx;

import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/** The problems of files that cannot be read. */
final class FileProblems {

    private FileProblems() {}

    static Problem malformed() {
        return Problem.unreadable("malformed/xlsx");
    }

    static Problem noXlsx() {
        return new Problem(ProblemType.UNSUPPORTED_MEDIA, Message.of("no-xlsx"));
    }

    static Problem noSheet(String name) {
        return Problem.unreadable("no-sheet", name);
    }

    static Problem oldOrLocked() {
        return new Problem(ProblemType.UNSUPPORTED_MEDIA, Message.of("no-xlsx/old-or-locked"));
    }

    /** A small file can be crafted to fill any disk or memory when it is unpacked. */
    static Problem unpacksToTooMuch() {
        return new Problem(ProblemType.TOO_LARGE, Message.of("too-large/unpacked"));
    }

    /** Too many sheets, styles or references. */
    static Problem tooManyParts() {
        return new Problem(ProblemType.TOO_LARGE, Message.of("too-large/workbook"));
    }

    static Problem rowTooLong(int row) {
        return Problem.unreadable("too-long/row", Integer.toString(row));
    }
}
